export { type AddedTextbook, addTextbook } from "./add-textbook.ts";
export { analyseText } from "./analyse-text.ts";
export { approvePage } from "./approve-page.ts";
export { beginUpload } from "./begin-upload.ts";
export { completeUpload } from "./complete-upload.ts";
export { correctPassage } from "./correct-passage.ts";
export { deleteTextbook } from "./delete-textbook.ts";
export { editTextbook } from "./edit-textbook.ts";
export { type Duplicate, findDuplicates } from "./find-duplicates.ts";
export { findPassages } from "./find-passages.ts";
export { finishPage } from "./finish-page.ts";
export { ingestPages } from "./ingest-pages.ts";
export { listPagesForReview, type PagesForReview } from "./list-pages-for-review.ts";
export { listTextbooks } from "./list-textbooks.ts";
export { listUnfinishedUploads, type UnfinishedUpload } from "./list-unfinished-uploads.ts";
export { markFormulaImage } from "./mark-formula-image.ts";
export { mergePassages } from "./merge-passages.ts";
export { openPage } from "./open-page.ts";
export { openPageForReview } from "./open-page-for-review.ts";
export type {
  AnalysedText,
  Embeddings,
  FileStore,
  IngestQueue,
  PassageIndex,
  PassageRebuilds,
  PdfReader,
  RankedPassage,
  SavedTextbook,
  TextbookPorts,
  TextbookStore,
  UploadPorts,
} from "./ports.ts";
export { readContents } from "./read-contents.ts";
export { readEditions } from "./read-editions.ts";
export { readTextbook } from "./read-textbook.ts";
export { reopenPage } from "./reopen-page.ts";
export { reindexTextbook } from "./reindex-textbook.ts";
export { type ReindexFigures, type ReindexProgress, reindexTextbooks } from "./reindex-textbooks.ts";
export { retryIngestion } from "./retry-ingestion.ts";
export { createPageReviewStore } from "./reviewing/page-review.store.ts";
export type { ReviewListItem, ReviewPageView, ReviewPassageView } from "./reviewing/review-schema.ts";
export {
  type Citation,
  type ContentsEntry,
  IngestMessage,
  type PageView,
  type Passage,
  type Subject,
  type TextbookView,
} from "./schema.ts";
export { type PartAddress, signUploadParts } from "./sign-upload-parts.ts";
export { splitPassage } from "./split-passage.ts";
export { startIngestion } from "./start-ingestion.ts";
export { sweepDeadLetter } from "./sweep-dead-letter.ts";
export { type SweptIngestion, sweepIngestion } from "./sweep-ingestion.ts";
export { type CatalogueSummary, summariseCatalogue } from "./summarise-catalogue.ts";
export { createTextbookStore } from "./textbook.store.ts";
export type { UploadProgress } from "./uploading/parts-of.ts";
export { createUploadStore } from "./uploading/upload.store.ts";
