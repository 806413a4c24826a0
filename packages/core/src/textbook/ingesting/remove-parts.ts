import type { TextbookId } from "../../kernel/index.ts";
import type { TextbookPorts, UploadPorts } from "../ports.ts";
import { dropUpload } from "../uploading/drop-upload.ts";
import { everythingOf } from "./library-keys.ts";

/** Removes everything of a textbook whose jobs are stopped, its record last. May be repeated, and by several at once. */
export async function removeParts(
  ctx: Pick<TextbookPorts, "textbooks" | "uploads" | "library" | "passages" | "pageReviews"> & UploadPorts,
  textbookId: TextbookId,
): Promise<void> {
  await ctx.passages.removeTextbook(textbookId);
  await ctx.library.deletePrefix(everythingOf(textbookId));
  // Before the file: an upload that was completed now would bring it back.
  await dropUpload(ctx, textbookId);
  await ctx.uploads.deletePrefix(everythingOf(textbookId));
  // Once more: a step that was under way may have indexed passages meanwhile, and died before it could take them back.
  await ctx.passages.removeTextbook(textbookId);
  await ctx.pageReviews.removeAllOf(textbookId);
  await ctx.textbooks.remove(textbookId);
}
