import { isId, type TextbookId } from "../../kernel/index.ts";

/** Where a textbook's files lie. Uploads hold the PDF; the Library what ingestion made of it, by edition. */
interface Book {
  readonly textbookId: string;
  readonly edition: number;
}

const number = (pdfPage: number) => String(pdfPage).padStart(4, "0");
const root = (book: Book) => `textbooks/${book.textbookId}/${book.edition}`;

export const everythingOf = (textbookId: string) => `textbooks/${textbookId}/`;
export const sourceKey = (textbookId: string) => `textbooks/${textbookId}/source.pdf`;
export const outlineKey = (book: Book) => `${root(book)}/outline.json`;
export const contentsKey = (book: Book) => `${root(book)}/contents.json`;
export const passagesKey = (book: Book) => `${root(book)}/passages.jsonl`;
/** Text of one page as read, all that is needed to build passages again. */
export const pageKey = (book: Book, pdfPage: number) => `${root(book)}/pages/${number(pdfPage)}.json`;
/** One page as the viewer needs it: printed number, passages with their boxes. */
export const viewKey = (book: Book, pdfPage: number) => `${root(book)}/views/${number(pdfPage)}.json`;
export const imageKey = (book: Book, pdfPage: number) => `${root(book)}/images/${number(pdfPage)}.webp`;
export const thumbnailKey = (book: Book, pdfPage: number) => `${root(book)}/thumbnails/${number(pdfPage)}.webp`;

/** The textbook whose uploaded PDF lies under this key, or undefined for any other key. */
export function textbookOfSource(key: string): TextbookId | undefined {
  const id = /^textbooks\/([^/]+)\/source\.pdf$/.exec(key)?.[1];
  return id !== undefined && isId("textbook", id) ? id : undefined;
}
