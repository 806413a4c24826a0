import type { books as source } from "../mn/books.ts";
import type { Translation } from "../words.ts";

export const books: Translation<typeof source> = {
  title: "My textbooks",
  none: "There are no textbooks for your grade yet.",
  noneHint: "They will appear here as soon as they are added.",
  cover: "{title}, first page",
  pages: { one: "{n} page", other: "{n} pages" },
  preparing: "Being prepared",
  sample: "Sample book",
  page: "Page {n}",
  printedPage: "Page {n}",
  printedPageShort: "p. {n}",
  pageOf: "{n} / {total}",
  previousPage: "Previous page",
  nextPage: "Next page",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  contents: "Contents",
  noContents: "This book has no table of contents.",
  goToPage: "Go to page",
  pageImage: "{title}, image of page {n}",
  markedPassage: "Marked passage",
  pageText: "Text of the page",
  openInBook: "Open in the book",
  pageFailed: "The page could not be opened.",
  imageFailed: "The image of the page did not load.",
};
