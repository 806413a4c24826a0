export { type AddedTextbook, addTextbook } from "./add-textbook.ts";
export { analyseText } from "./analyse-text.ts";
export { deleteTextbook } from "./delete-textbook.ts";
export { findPassages } from "./find-passages.ts";
export { ingestPages } from "./ingest-pages.ts";
export { listTextbooks } from "./list-textbooks.ts";
export { openPage } from "./open-page.ts";
export type {
  AnalysedText,
  Embeddings,
  FileStore,
  IngestQueue,
  PassageIndex,
  PdfReader,
  RankedPassage,
  SavedTextbook,
  TextbookPorts,
  TextbookStore,
} from "./ports.ts";
export { readContents } from "./read-contents.ts";
export { readTextbook } from "./read-textbook.ts";
export { retryIngestion } from "./retry-ingestion.ts";
export {
  type Citation,
  type ContentsEntry,
  IngestMessage,
  type PageView,
  type Passage,
  type Subject,
  type TextbookView,
} from "./schema.ts";
export { startIngestion } from "./start-ingestion.ts";
export { createTextbookStore } from "./textbook.store.ts";
