import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { decideReviewItem, listReviewItems } from "@ukhaan/core/safety";
import { reviewDecisions } from "@ukhaan/core/safety/schema";
import { actorContext } from "~/.server/context.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import { Pager } from "~/components/staff/safeguarding/pager.tsx";
import { ReviewCard } from "~/components/staff/safeguarding/review-card.tsx";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  const params = new URL(request.url).searchParams;
  const show = params.get("show") === "done" ? ("done" as const) : ("waiting" as const);
  const cursor = params.get("after") ?? undefined;
  const page = await listReviewItems(ctx, { show, cursor });
  const isNational = ctx.actor.role === "platform-admin";
  return { items: page.items, next: page.cursor, isFirst: cursor === undefined, show, isNational };
});

interface Answer {
  readonly decided?: true;
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request }: ActionFunctionArgs): Promise<Answer> => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  const form = await readForm(request);
  await decideReviewItem(ctx, {
    itemId: String(form.get("itemId") ?? ""),
    schoolId: String(form.get("schoolId") ?? ""),
    decision: readIntent(form, ...reviewDecisions),
  });
  return { decided: true };
});

/** Answers and refusals that wait for a person's judgement. */
export default function Review() {
  const { items, next, isFirst, show, isNational } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const t = useWords("safeguarding");
  const views = [
    { to: "/safeguarding/review", label: t("waitingItems"), isHere: show === "waiting" },
    { to: "/safeguarding/review?show=done", label: t("doneItems"), isHere: show === "done" },
  ];
  return (
    <>
      <PageHeading title={t("reviewTitle")}>{t(isNational ? "reviewTextPlatform" : "reviewText")}</PageHeading>
      <div className="grid gap-4">
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.decided && (
          <Notice look="good" announced>
            {t("decided")}
          </Notice>
        )}
        <nav className="flex gap-1">
          {views.map(({ to, label, isHere }) => (
            <Link
              key={to}
              to={to}
              aria-current={isHere ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-md px-3 ${isHere ? "bg-sunken font-medium" : "text-ink-soft hover:text-ink"}`}
            >
              {label}
            </Link>
          ))}
        </nav>
        {items.length === 0 ? (
          <EmptyState icon="check" title={t("noItems")} text={t("noItemsText")} />
        ) : (
          <ul className="grid gap-4">
            {items.map((item) => (
              <ReviewCard key={item.itemId} item={item} isNational={isNational} />
            ))}
          </ul>
        )}
      </div>
      <Pager next={next} isFirst={isFirst} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "safeguarding", "reviewTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
