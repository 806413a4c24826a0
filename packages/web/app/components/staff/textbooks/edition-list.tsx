import { Link } from "@remix-run/react";
import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";
import { StateBadge } from "./state-badge.tsx";

/** The editions of a book, newest first; the one that is open is no link. */
export function EditionList({ editions, current }: { editions: readonly TextbookView[]; current: string }) {
  const t = useWords("admin");
  if (editions.length < 2) return null;
  return (
    <section aria-labelledby="editions" className="sheet p-5">
      <h2 id="editions" className="mb-1 text-xl">
        {t("editions")}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t("editionsText")}</p>
      <ol className="divide-y divide-line">
        {editions.map(({ textbookId, title, edition, year, state }) => (
          <li key={textbookId} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 wrap-anywhere">
              {textbookId === current ? (
                <b className="font-medium" aria-current="true">
                  {title}
                </b>
              ) : (
                <Link to={`/admin/textbooks/${textbookId}`} className="text-lake-deep underline">
                  {title}
                </Link>
              )}{" "}
              <span className="text-ink-soft">
                · {t("editionValue", { n: edition })} · {year}
              </span>
            </span>
            <StateBadge state={state} />
          </li>
        ))}
      </ol>
    </section>
  );
}
