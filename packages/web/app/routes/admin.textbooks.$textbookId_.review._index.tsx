import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { listPagesForReview, readTextbook } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { refusable } from "~/.server/refusable.ts";
import { ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { Meter } from "~/components/staff/meter.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { ReviewCard } from "~/components/staff/review/review-card.tsx";
import { useWords } from "~/i18n/use-words.ts";

const filters = ["open", "approved", "all"] as const;

/** `?filter=` is one of the filters, `?cursor=` goes on from a page of the list. */
export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const textbookId = params["textbookId"] ?? "";
  const search = new URL(request.url).searchParams;
  const filter = filters.find((each) => each === search.get("filter")) ?? "open";
  const cursor = search.get("cursor") ?? undefined;
  const [book, pages] = await Promise.all([
    readTextbook(ctx, { textbookId }),
    listPagesForReview(ctx, { textbookId, filter, ...(cursor === undefined ? {} : { cursor }) }),
  ]);
  const words = dictionaryFor(localeOf(request), "review");
  return { textbookId, title: book.title, filter, isFirst: cursor === undefined, pages, words };
});

/** Pages of a book to be checked, the most doubtful first. */
export default function ReviewList() {
  const { textbookId, title, filter, isFirst, pages } = useLoaded<typeof loader>();
  const t = useWords("review");
  const { items, checked, total, cursor } = pages;
  const address = `/admin/textbooks/${textbookId}/review`;
  return (
    <>
      <PageHeading
        title={t("titleOf", { title })}
        back={{ to: `/admin/textbooks/${textbookId}`, label: t("backToBook") }}
      >
        {t("intro")}
      </PageHeading>
      <div className="mb-6 max-w-md">
        <Meter label={t("progress")} value={checked} max={total} text={t("progressText", { n: checked, total })} />
      </div>
      <nav aria-label={t("filter")} className="mb-6 flex flex-wrap gap-2">
        {filters.map((each) => (
          <Link
            key={each}
            to={each === "open" ? address : `${address}?filter=${each}`}
            aria-current={each === filter ? "page" : undefined}
            className={`chip ${each === filter ? "border-lake bg-lake-soft text-lake-deep" : ""}`}
          >
            {t(`filter-${each}`)}
          </Link>
        ))}
      </nav>
      {items.length === 0 ? (
        <EmptyState
          icon="check"
          title={t(filter === "open" ? "allChecked" : "noneChecked")}
          text={t(filter === "open" ? "allCheckedText" : "noneCheckedText")}
        />
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] sm:gap-4">
          {items.map((page) => (
            <li key={page.pdfPage}>
              <ReviewCard page={page} to={`${address}/${page.pdfPage}`} />
            </li>
          ))}
        </ul>
      )}
      {(cursor !== undefined || !isFirst) && (
        <nav className="mt-6 flex flex-wrap justify-center gap-2">
          {!isFirst && <ButtonLink to={`${address}?filter=${filter}`}>{t("first")}</ButtonLink>}
          {cursor !== undefined && (
            <ButtonLink to={`${address}?filter=${filter}&cursor=${encodeURIComponent(cursor)}`}>{t("more")}</ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Ухаан` }];

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
