import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { dayInUlaanbaatar } from "@ukhaan/core/kernel";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { listUnfinishedUploads, readTextbook } from "@ukhaan/core/textbook";
import { subjects } from "@ukhaan/core/textbook/schema";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { UploadForm } from "~/components/staff/upload/upload-form.tsx";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const replaces = new URL(request.url).searchParams.get("replaces");
  const [former, unfinished] = await Promise.all([
    replaces === null ? undefined : readTextbook(ctx, { textbookId: replaces }),
    listUnfinishedUploads(ctx),
  ]);
  return {
    subjects,
    thisYear: Number(dayInUlaanbaatar(ctx.clock.nowMs()).slice(0, 4)),
    former,
    unfinished: unfinished.map(
      ({ textbook: { textbookId, title }, fileName, sizeBytes, arrivedBytes, createdAtMs }) => ({
        textbookId,
        title,
        fileName,
        sizeBytes,
        arrivedBytes,
        createdAtMs,
      }),
    ),
  };
});

/** What goes up on this page is told by the page itself; only another book to replace is loaded. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.search !== nextUrl.search;

/** New books, or a new edition of one (`?replaces=`). The steps of sending are `admin.textbooks.uploads`. */
export default function NewTextbook() {
  const { subjects, thisYear, former, unfinished } = useLoaded<typeof loader>();
  const t = useWords("admin");
  const back = former
    ? { to: `/admin/textbooks/${former.textbookId}`, label: t("backToTextbook") }
    : { to: "/admin/textbooks", label: t("backToTextbooks") };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t(former ? "newEditionTitle" : "upTitle")} back={back}>
        {former && t("newEditionText", { title: former.title, n: former.edition })}
      </PageHeading>
      <UploadForm
        // Another book to replace is another form.
        key={former?.textbookId ?? ""}
        subjects={subjects}
        thisYear={thisYear}
        unfinished={unfinished}
        former={former}
      />
    </div>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "admin", "upTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
