import type { Citation } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";

/** `[1]` in the text: opens the page of the book. */
export function CitationChip({ citation, onOpen }: { citation: Citation; onOpen: (citation: Citation) => void }) {
  const t = useWords("chat");
  return (
    <button
      type="button"
      className="citation"
      aria-label={t("sourceNumber", { n: citation.number, book: citation.bookTitle })}
      onClick={() => onOpen(citation)}
    >
      {citation.number}
    </button>
  );
}
