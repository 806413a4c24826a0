import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { deleteTextbook, readContents, readEditions, readTextbook, retryIngestion } from "@ukhaan/core/textbook";
import { useSearchParams } from "@remix-run/react";
import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { actorContext } from "~/.server/context.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import { BookActions } from "~/components/staff/textbooks/book-actions.tsx";
import { BookFacts } from "~/components/staff/textbooks/book-facts.tsx";
import { BookThumbnail } from "~/components/staff/textbooks/book-thumbnail.tsx";
import { EditionList } from "~/components/staff/textbooks/edition-list.tsx";
import { ContentsList } from "~/components/staff/textbooks/contents-list.tsx";
import { IngestionStatus } from "~/components/staff/textbooks/ingestion-status.tsx";
import { isMoving } from "~/components/staff/textbooks/is-moving.ts";
import { PageGrid } from "~/components/staff/textbooks/page-grid.tsx";
import { StateBadge } from "~/components/staff/textbooks/state-badge.tsx";
import { steadyLoader } from "~/components/staff/steady-loader.ts";
import { usePolling } from "~/components/staff/use-polling.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const textbookId = params["textbookId"] ?? "";
  const book = await readTextbook(ctx, { textbookId });
  const [contents, editions] = await Promise.all([
    isRead(book) ? readContents(ctx, { textbookId }) : [],
    readEditions(ctx, { textbookId }),
  ]);
  return { book, contents, editions, moving: isMoving(book, ctx.clock.nowMs()) };
});

/** Its pages are there to be opened, whether or not pupils are answered from it. */
const isRead = ({ state }: TextbookView) => state === "ready" || state === "replaced";

export const clientLoader = steadyLoader();

interface Answer {
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const textbookId = params["textbookId"] ?? "";
  const intent = readIntent(await readForm(request), "retry", "delete");
  if (intent === "retry") {
    await retryIngestion(ctx, { textbookId });
    return {};
  }
  await deleteTextbook(ctx, { textbookId });
  return redirect("/admin/textbooks?deleted");
});

/** One textbook: what it is, how far it is, its contents and pages. */
export default function Textbook() {
  const { book, contents, editions, moving } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const t = useWords("admin");
  const [search] = useSearchParams();
  usePolling(moving);
  const { textbookId, title, pageCount } = book;
  const orphan = book.state === "replaced" && editions.every((edition) => edition.textbookId !== book.replacedBy);
  return (
    <>
      <PageHeading title={title} back={{ to: "/admin/textbooks", label: t("backToTextbooks") }} />
      <div className="grid gap-6">
        <RefusalNotice refusal={answer?.refusal} />
        {search.has("edited") && (
          <Notice look="good" announced>
            {t("edited")}
          </Notice>
        )}
        <section className="sheet flex flex-col gap-5 p-5 sm:flex-row">
          <BookThumbnail book={book} className="w-24 shrink-0 self-start sm:w-40" />
          <div className="grid min-w-0 flex-1 content-start gap-4">
            <BookState book={book} moving={moving} orphan={orphan} />
            <BookFacts book={book} />
            <div className="-ml-3">
              <BookActions book={book} moving={moving} orphan={orphan} whole />
            </div>
          </div>
        </section>
        <EditionList editions={editions} current={textbookId} />
        {isRead(book) && (
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <section aria-labelledby="contents" className="sheet p-5">
              <h2 id="contents" className="mb-3 text-xl">
                {t("contents")}
              </h2>
              <ContentsList textbookId={textbookId} entries={contents} />
            </section>
            <section aria-labelledby="pages" className="sheet p-5">
              <h2 id="pages" className="mb-3 text-xl">
                {t("pageList")}
              </h2>
              {book.state === "ready" && (
                <ButtonLink to={`/admin/textbooks/${textbookId}/review`} icon="check" className="mb-4">
                  {t("checkPages")}
                </ButtonLink>
              )}
              <PageGrid textbookId={textbookId} pageCount={pageCount ?? 0} />
            </section>
          </div>
        )}
      </div>
    </>
  );
}

/** The badge is announced when it changes; the count of pages is not, so that it doesn't interrupt page by page. */
function BookState({ book, moving, orphan }: { book: TextbookView; moving: boolean; orphan: boolean }) {
  const t = useWords("admin");
  return (
    <div className="grid gap-3">
      <output className="flex flex-wrap items-center gap-3">
        <StateBadge state={book.state} />
        {book.state === "ready" && <span className="text-ink-soft">{t("readyText")}</span>}
        {book.state === "replaced" && (
          <span className="text-ink-soft">{t(orphan ? "orphanText" : "replacedText")}</span>
        )}
      </output>
      {book.state === "failed" ? (
        <Notice look="danger">
          <IngestionStatus book={book} arriving={moving} />
        </Notice>
      ) : (
        <IngestionStatus book={book} arriving={moving} />
      )}
    </div>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.book.title ?? ""} · Ухаан` }];

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
