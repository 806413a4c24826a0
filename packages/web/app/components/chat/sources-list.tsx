import type { Citation } from "@ukhaan/core/textbook/schema";
import { spineOf } from "~/components/book/spine.ts";
import { useWords } from "~/i18n/use-words.ts";

/** The sources of an answer as books on a shelf: number, title, place, printed page. */
export function SourcesList({
  citations,
  onOpen,
}: {
  citations: readonly Citation[];
  onOpen: (citation: Citation) => void;
}) {
  const t = useWords("chat");
  return (
    <section className="mt-4">
      <h3 className="mb-2 text-sm text-ink-soft">{t("sources", { n: citations.length })}</h3>
      <ul className="grid gap-2 sm:grid-cols-2">
        {citations.map((citation) => (
          <li key={citation.number}>
            <button
              type="button"
              onClick={() => onOpen(citation)}
              className="group flex min-h-14 w-full overflow-hidden rounded-md border border-line bg-surface text-left transition-colors hover:border-line-strong hover:bg-sunken"
            >
              <Source citation={citation} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Number, book and printed page; under them chapter and section, as far as the book has them. */
function Source({ citation }: { citation: Citation }) {
  const t = useWords("chat");
  const { number, subject, bookTitle, chapter, section, printedPage, pdfPage, excerpt } = citation;
  const places = [...new Set([chapter, section])].filter(Boolean);
  return (
    <>
      <span aria-hidden="true" className={`w-1.5 shrink-0 ${spineOf[subject]}`} />
      <span className="grid min-w-0 flex-1 gap-0.5 px-3 py-2">
        <span className="flex items-baseline gap-2 font-medium">
          <span className="text-sun-ink">{number}</span>
          <span className="truncate">{bookTitle}</span>
          <span className="ml-auto shrink-0 text-sm font-normal text-ink-soft">
            {t("pageShort", { n: printedPage ?? pdfPage })}
          </span>
        </span>
        <span className="line-clamp-2 text-sm text-ink-soft">{places.join(" › ") || excerpt}</span>
      </span>
    </>
  );
}
