import { Link } from "@remix-run/react";
import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Icon } from "../../icon.tsx";
import { BookActions } from "./book-actions.tsx";
import { BookThumbnail } from "./book-thumbnail.tsx";
import { IngestionStatus } from "./ingestion-status.tsx";
import { StateBadge } from "./state-badge.tsx";

interface BookRowProps {
  book: TextbookView;
  moving: boolean;
  /** Editions that this one took the place of, newest first. */
  former?: readonly TextbookView[];
}

/** One textbook in the administrator's list, with its former editions under it. */
export function BookRow({ book, moving, former = [] }: BookRowProps) {
  const t = useWords("admin");
  const subjects = useWords("subjects");
  const { textbookId, title, subject, year, edition, pageCount, state, sample, required } = book;
  const facts = [
    subjects(subject),
    String(year),
    t("editionValue", { n: edition }),
    ...(required ? [] : [t("notRequired")]),
    ...(pageCount !== undefined && state === "ready" ? [t("pages", { n: pageCount })] : []),
  ];
  return (
    <article className="flex gap-4 p-4">
      <BookThumbnail book={book} className="w-14 shrink-0 self-start sm:w-16" />
      <div className="grid min-w-0 flex-1 gap-2">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h3 className="min-w-0 text-lg wrap-anywhere">
            <Link
              to={`/admin/textbooks/${textbookId}`}
              className="-my-2 inline-block rounded-sm py-2.5 hover:text-lake hover:underline"
            >
              {title}
            </Link>
          </h3>
          <StateBadge state={state} />
        </div>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
          <div className="grid min-w-0 flex-[1_1_15rem] gap-1.5">
            <p className="text-sm text-ink-soft">
              {facts.join(" · ")}
              {sample && (
                <span className="ml-2 rounded-full border border-line px-2 py-0.5 text-xs">{t("sample")}</span>
              )}
            </p>
            <IngestionStatus book={book} arriving={moving} />
            {former.length > 0 && (
              <ul className="text-sm text-ink-soft">
                {former.map((old) => (
                  <li key={old.textbookId}>
                    <Link
                      to={`/admin/textbooks/${old.textbookId}`}
                      className="inline-flex min-h-11 items-center gap-1.5 rounded-sm hover:text-lake hover:underline"
                    >
                      <Icon name="clock" className="size-4" />
                      {t("formerEdition", { n: old.edition, year: old.year })}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </div>
          <div className="-mx-3 -my-2">
            <BookActions book={book} moving={moving} />
          </div>
        </div>
      </div>
    </article>
  );
}
