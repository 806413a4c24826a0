import { type Ctx, DomainError, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import type { TextbookView } from "./schema.ts";
import { arrivedParts, partCountOf } from "./uploading/parts-of.ts";
import type { UploadPorts } from "./uploading/upload-ports.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/**
 * Makes the file of its parts; ingestion then begins by itself. Repeating it changes nothing.
 * @throws DomainError `conflict` (textbook.upload-incomplete, `missing` parts); `not-found` (textbook.no-upload) when
 * there is neither an upload nor a file
 */
export async function completeUpload(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks" | "uploads"> & UploadPorts>,
  input: { readonly textbookId: string },
): Promise<TextbookView> {
  requireRole(ctx.actor, "platform-admin");
  const textbook = await visibleTextbook(ctx, input.textbookId);
  const { textbookId } = textbook;
  const key = sourceKey(textbookId);
  const upload = await ctx.pendingUploads.get(textbookId);
  const parts = upload && (await arrivedParts(ctx, upload));
  if (!upload || !parts) {
    // Its answer may have been lost the first time.
    if ((await ctx.uploads.head(key)) === undefined) throw new DomainError("not-found", "textbook.no-upload");
    return viewTextbook(textbook);
  }
  const missing = partCountOf(upload) - parts.length;
  if (missing > 0) throw new DomainError("conflict", "textbook.upload-incomplete", { missing });
  const isMade = await ctx.uploadParts.complete({ key, uploadId: upload.uploadId, parts });
  if (!isMade && (await ctx.uploads.head(key)) === undefined) throw new DomainError("not-found", "textbook.no-upload");
  await ctx.pendingUploads.remove(textbookId);
  return viewTextbook(textbook);
}
