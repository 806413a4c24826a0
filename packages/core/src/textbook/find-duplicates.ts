import { type Ctx, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import type { TextbookPorts } from "./ports.ts";
import type { TextbookView } from "./schema.ts";
import { FindDuplicatesInput } from "./uploading/upload-inputs.ts";
import type { UploadPorts } from "./uploading/upload-ports.ts";
import { foldTitle } from "./viewing/fold-title.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";
import { wholeCatalogue } from "./viewing/whole-catalogue.ts";

/** What stands in the catalogue already of one file that somebody is about to add. */
export interface Duplicate {
  /** `same-file`: the very same bytes · `same-book`: title, grade and edition · `unfinished`: its upload was cut off. */
  readonly kind: "same-file" | "same-book" | "unfinished";
  readonly textbook: TextbookView;
}

/** Looks before anything is sent. Answers one entry for each candidate, in their order: its duplicate, or null. */
export async function findDuplicates(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks"> & UploadPorts>,
  input: FindDuplicatesInput,
): Promise<readonly (Duplicate | null)[]> {
  requireRole(ctx.actor, "platform-admin");
  const { candidates } = parse(FindDuplicatesInput, input, "textbook.invalid-upload");
  const [books, uploads] = await Promise.all([wholeCatalogue(ctx), ctx.pendingUploads.list(50)]);
  return candidates.map(({ fileHash, title, grade, edition }) => {
    const byId = (textbookId: string) => books.find((book) => book.textbookId === textbookId);
    const resumable = uploads
      .filter((upload) => fileHash !== undefined && upload.fileHash === fileHash)
      .map(({ textbookId }) => byId(textbookId))
      .find((book) => book?.state === "awaiting-upload");
    if (resumable) return { kind: "unfinished", textbook: viewTextbook(resumable) };
    const sameFile = books.find((book) => fileHash !== undefined && book.sourceHash === fileHash);
    if (sameFile) return { kind: "same-file", textbook: viewTextbook(sameFile) };
    const wanted = foldTitle(title);
    const sameBook = books.find(
      (book) => book.grade === grade && book.edition === edition && foldTitle(book.title) === wanted,
    );
    return sameBook ? { kind: "same-book", textbook: viewTextbook(sameBook) } : null;
  });
}
