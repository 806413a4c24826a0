import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { actorContext } from "~/.server/context.ts";
import { booksOfPupil } from "~/.server/pupil-books.ts";
import { refusable } from "~/.server/refusable.ts";
import { BookCover } from "~/components/book/book-cover.tsx";
import { PupilShell } from "~/components/pupil-shell.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { useLoaded } from "~/components/loaded.ts";

/** Books of the pupil's own grade first, then of the grades below. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  return { shelves: await booksOfPupil(ctx) };
});

export default function Books() {
  const { shelves } = useLoaded<typeof loader>();
  const t = useWords("books");
  const common = useWords("common");
  return (
    <PupilShell>
      <h1 className="mb-6 text-3xl">{t("title")}</h1>
      {shelves.length === 0 && (
        <div className="sheet grid gap-1 p-6">
          <p className="font-medium">{t("none")}</p>
          <p className="text-ink-soft">{t("noneHint")}</p>
        </div>
      )}
      {shelves.map(({ grade, books }) => (
        <section key={grade} className="mb-10">
          <h2 className="mb-3 text-lg text-ink-soft">{common("grade", { n: grade })}</h2>
          <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-4">
            {books.map((book) => (
              <Book key={book.textbookId} book={book} />
            ))}
          </ul>
        </section>
      ))}
    </PupilShell>
  );
}

function Book({ book }: { book: TextbookView }) {
  const t = useWords("books");
  const subject = useWords("subjects");
  return (
    <li>
      <Link to={`/books/${book.textbookId}/1`} className="group grid gap-2 rounded-md">
        <BookCover textbookId={book.textbookId} title={book.title} subject={book.subject} />
        <span className="grid">
          <span className="font-medium group-hover:underline">{book.title}</span>
          <span className="text-sm text-ink-soft">
            {subject(book.subject)}
            {book.pageCount !== undefined && ` · ${t("pages", { n: book.pageCount })}`}
          </span>
          {book.sample && <span className="text-sm text-ink-soft">{t("sample")}</span>}
        </span>
      </Link>
    </li>
  );
}
