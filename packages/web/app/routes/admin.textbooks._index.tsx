import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { listTextbooks, summariseCatalogue } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { BookRow } from "~/components/staff/textbooks/book-row.tsx";
import { CatalogueFilterForm } from "~/components/staff/textbooks/catalogue-filter-form.tsx";
import { groupEditions, listInput, readFilters } from "~/components/staff/textbooks/catalogue-filters.ts";
import { isMoving } from "~/components/staff/textbooks/is-moving.ts";
import { TextbookTabs } from "~/components/staff/textbooks/textbook-tabs.tsx";
import { steadyLoader } from "~/components/staff/steady-loader.ts";
import { usePolling } from "~/components/staff/use-polling.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const search = new URL(request.url).searchParams;
  const [page, summary] = await Promise.all([listTextbooks(ctx, listInput(search)), summariseCatalogue(ctx)]);
  const nowMs = ctx.clock.nowMs();
  return {
    rows: page.items.map((book) => ({ book, moving: isMoving(book, nowMs) })),
    summary,
    next: page.cursor,
    isFirst: !search.has("after"),
  };
});

export const clientLoader = steadyLoader();

/** All textbooks by grade and subject, narrowed to what is looked for, with what is happening to them. */
export default function Textbooks() {
  const { rows, summary, next, isFirst } = useLoaded<typeof loader>();
  const [search] = useSearchParams();
  const t = useWords("admin");
  usePolling(rows.some(({ moving }) => moving));
  const filters = readFilters(search);
  const isNarrowed = Object.keys(filters).length > 0;
  const add = (
    <ButtonLink to="/admin/textbooks/new" look="main" icon="plus">
      {t("addTextbook")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading title={t("textbooks")} actions={add} />
      <TextbookTabs current="books" />
      {search.has("deleted") && (
        <div className="mb-4">
          <Notice look="good" announced>
            {t("deleted")}
          </Notice>
        </div>
      )}
      {summary.total > 0 && <CatalogueFilterForm summary={summary} />}
      {rows.length > 0 ? (
        <Books rows={rows} />
      ) : isNarrowed ? (
        <EmptyState icon="search" title={t("noneFound")} text={t("noneFoundText")}>
          <ButtonLink to="/admin/textbooks">{t("showAll")}</ButtonLink>
        </EmptyState>
      ) : (
        <EmptyState icon="book" title={t("noTextbooks")} text={t("noTextbooksText")}>
          {add}
        </EmptyState>
      )}
      {(next !== undefined || !isFirst) && (
        <nav className="mt-6 flex flex-wrap justify-center gap-2">
          {!isFirst && (
            <ButtonLink to={`/admin/textbooks?${new URLSearchParams(filters)}`}>{t("firstTextbooks")}</ButtonLink>
          )}
          {next !== undefined && (
            <ButtonLink to={`/admin/textbooks?${new URLSearchParams({ ...filters, after: next })}`}>
              {t("moreTextbooks")}
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

type Rows = ReturnType<typeof useLoaded<typeof loader>>["rows"];

function Books({ rows }: { rows: Rows }) {
  const common = useWords("common");
  const grouped = groupEditions(rows);
  const grades = [...new Set(grouped.map(({ book }) => book.grade))];
  return (
    <div className="grid gap-8">
      {grades.map((grade) => (
        <section key={grade} aria-labelledby={`grade-${grade}`}>
          <h2 id={`grade-${grade}`} className="mb-3 text-xl">
            {common("grade", { n: grade })}
          </h2>
          <ul className="sheet divide-y divide-line">
            {grouped
              .filter(({ book }) => book.grade === grade)
              .map(({ book, moving, former }) => (
                <li key={book.textbookId}>
                  <BookRow book={book} moving={moving} former={former.map((each) => each.book)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "admin", "textbooks");

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
