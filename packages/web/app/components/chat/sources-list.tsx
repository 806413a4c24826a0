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
  const pageOf = ({ printedPage, pdfPage }: Citation) => t("pageShort", { n: printedPage ?? pdfPage });
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
              <span aria-hidden="true" className={`w-1.5 shrink-0 ${spineOf[citation.subject]}`} />
              <span className="grid min-w-0 flex-1 gap-0.5 px-3 py-2">
                <span className="flex items-baseline gap-2 font-medium">
                  <span className="text-sun-ink">{citation.number}</span>
                  <span className="truncate">{citation.bookTitle}</span>
                  <span className="ml-auto shrink-0 text-sm font-normal text-ink-soft">{pageOf(citation)}</span>
                </span>
                <span className="truncate text-sm text-ink-soft">
                  {citation.section ?? citation.chapter ?? citation.excerpt}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
