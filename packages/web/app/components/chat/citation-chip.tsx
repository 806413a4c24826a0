import type { Citation } from "@ukhaan/core/textbook/schema";
import type { MouseEvent } from "react";
import { useWords } from "~/i18n/use-words.ts";

/**
 * `[1]` in the text: opens the page of the book over the conversation. A link, so that it can also be opened in a tab of its
 * own, and inline (a button is not), so that it never begins a line without its sentence.
 */
export function CitationChip({ citation, onOpen }: { citation: Citation; onOpen: (citation: Citation) => void }) {
  const t = useWords("chat");
  const { number, textbookId, pdfPage, passageId, bookTitle } = citation;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(citation);
  };
  return (
    <>
      {"\u2060"}
      <a
        href={`/books/${textbookId}/${pdfPage}?passage=${passageId}`}
        onClick={open}
        className="citation"
        aria-label={t("sourceNumber", { n: number, book: bookTitle })}
        aria-haspopup="dialog"
      >
        {number}
      </a>
    </>
  );
}
