import type { Citation } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";

/** `[1]` in the text: opens the page of the book. */
export function CitationChip({ citation, onOpen }: { citation: Citation; onOpen: (citation: Citation) => void }) {
  const t = useWords("chat");
  return (
    <>
      {/* A word joiner: the number never begins a line of its own. */}
      {"\u2060"}
      <button
        type="button"
        className="citation"
        aria-label={t("sourceNumber", { n: citation.number, book: citation.bookTitle })}
        onClick={() => onOpen(citation)}
      >
        {citation.number}
      </button>
    </>
  );
}
