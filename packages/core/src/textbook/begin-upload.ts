import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import { BeginUploadInput } from "./uploading/upload-inputs.ts";
import { arrivedParts, partBytes, progressOf, type UploadProgress } from "./uploading/parts-of.ts";
import type { SavedUpload, UploadPorts } from "./uploading/upload-ports.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/**
 * Begins to take in a textbook's PDF in parts, or goes on with the same file where it was cut off, from any browser.
 * Another file takes the place of one that was only partly there.
 * @throws DomainError `not-found`; `conflict` (textbook.file-arrived) when the book has its file already
 */
export async function beginUpload(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks"> & UploadPorts>,
  input: BeginUploadInput,
): Promise<UploadProgress> {
  requireRole(ctx.actor, "platform-admin");
  const file = parse(BeginUploadInput, input, "textbook.invalid-textbook");
  const { textbookId, state } = await visibleTextbook(ctx, file.textbookId);
  if (state !== "awaiting-upload") throw new DomainError("conflict", "textbook.file-arrived");
  const key = sourceKey(textbookId);

  const former = await ctx.pendingUploads.get(textbookId);
  if (former && isSameFile(former, file)) {
    const parts = await arrivedParts(ctx, former);
    if (parts) return progressOf(former, parts);
  }
  const upload: SavedUpload = {
    textbookId,
    uploadId: await ctx.uploadParts.begin({ key, contentType: "application/pdf" }),
    fileName: file.fileName,
    sizeBytes: file.sizeBytes,
    ...(file.fileHash === undefined ? {} : { fileHash: file.fileHash }),
    partBytes,
    createdAtMs: ctx.clock.nowMs(),
  };
  if (!(await ctx.pendingUploads.replace(upload, former?.uploadId))) {
    // Two tabs began at once: the one that was first goes on, ours leaves nothing behind.
    await ctx.uploadParts.abort({ key, uploadId: upload.uploadId });
    throw new DomainError("conflict", "textbook.upload-elsewhere");
  }
  if (former) await ctx.uploadParts.abort({ key, uploadId: former.uploadId });
  return progressOf(upload, []);
}

/** By what is in it where both are known; a browser without a secure connection can't tell. */
function isSameFile(upload: SavedUpload, file: BeginUploadInput): boolean {
  if (upload.sizeBytes !== file.sizeBytes) return false;
  if (upload.fileHash !== undefined && file.fileHash !== undefined) return upload.fileHash === file.fileHash;
  return upload.fileName === file.fileName;
}
