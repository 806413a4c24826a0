import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { listTextbooks } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { SelectField } from "~/components/field.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { BookRow } from "~/components/staff/textbooks/book-row.tsx";
import { isMoving } from "~/components/staff/textbooks/is-moving.ts";
import { steadyLoader } from "~/components/staff/steady-loader.ts";
import { usePolling } from "~/components/staff/use-polling.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const search = new URL(request.url).searchParams;
  const grade = Number(search.get("grade"));
  const cursor = search.get("after");
  const page = await listTextbooks(ctx, { ...(grade >= 1 && { grade }), ...(cursor !== null && { cursor }) });
  const nowMs = ctx.clock.nowMs();
  return {
    books: page.items.map((book) => ({ book, moving: isMoving(book, nowMs) })),
    next: page.cursor,
    isFirst: cursor === null,
  };
});

export const clientLoader = steadyLoader();

/** All textbooks by grade and subject, with what is happening to them. */
export default function Textbooks() {
  const { books, next, isFirst } = useLoaded<typeof loader>();
  const [search] = useSearchParams();
  const t = useWords("admin");
  const common = useWords("common");
  usePolling(books.some(({ moving }) => moving));
  const chosen = search.get("grade") ?? "";
  const grades = [...new Set(books.map(({ book }) => book.grade))];
  const add = (
    <ButtonLink to="/admin/textbooks/new" look="main" icon="plus">
      {t("addTextbook")}
    </ButtonLink>
  );
  const nextPage = new URLSearchParams({ ...(chosen && { grade: chosen }), after: next ?? "" });
  return (
    <>
      <PageHeading title={t("textbooks")} actions={add} />
      {search.has("deleted") && (
        <div className="mb-4">
          <Notice look="good" announced>
            {t("deleted")}
          </Notice>
        </div>
      )}
      <GradeFilter chosen={chosen} />
      {books.length === 0 ? (
        <EmptyState icon="book" title={t(chosen ? "noTextbooksOfGrade" : "noTextbooks")} text={t("noTextbooksText")}>
          {add}
        </EmptyState>
      ) : (
        <div className="grid gap-8">
          {grades.map((grade) => (
            <section key={grade} aria-labelledby={`grade-${grade}`}>
              <h2 id={`grade-${grade}`} className="mb-3 text-xl">
                {common("grade", { n: grade })}
              </h2>
              <ul className="sheet divide-y divide-line">
                {books
                  .filter(({ book }) => book.grade === grade)
                  .map(({ book, moving }) => (
                    <li key={book.textbookId}>
                      <BookRow book={book} moving={moving} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {(next !== undefined || !isFirst) && (
        <nav className="mt-6 flex flex-wrap justify-center gap-2">
          {!isFirst && (
            <ButtonLink to={chosen ? `/admin/textbooks?grade=${chosen}` : "/admin/textbooks"}>
              {t("firstTextbooks")}
            </ButtonLink>
          )}
          {next !== undefined && <ButtonLink to={`/admin/textbooks?${nextPage}`}>{t("moreTextbooks")}</ButtonLink>}
        </nav>
      )}
    </>
  );
}

function GradeFilter({ chosen }: { chosen: string }) {
  const submit = useSubmit();
  const t = useWords("admin");
  const common = useWords("common");
  return (
    <Form onChange={(change) => submit(change.currentTarget)} className="mb-6 max-w-56">
      <SelectField key={chosen} label={t("gradeChoice")} name="grade" defaultValue={chosen}>
        <option value="">{t("allGrades")}</option>
        {Array.from({ length: 12 }, (_, index) => (
          <option key={index + 1} value={index + 1}>
            {common("grade", { n: index + 1 })}
          </option>
        ))}
      </SelectField>
    </Form>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "admin", "textbooks");

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
