import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { inParallel } from "./ingesting/in-parallel.ts";
import type { TextbookPorts } from "./ports.ts";
import type { TextbookView } from "./schema.ts";
import { arrivedParts } from "./uploading/parts-of.ts";
import type { UploadPorts } from "./uploading/upload-ports.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";

/** More than that nobody left unfinished within the week that they are kept. */
const limit = 50;

/** An upload that was begun and has not arrived whole. */
export interface UnfinishedUpload {
  readonly textbook: TextbookView;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** What is there and need not be sent again. */
  readonly arrivedBytes: number;
  /** SHA-256 of the file, hex, where it is known. */
  readonly fileHash?: string;
  readonly createdAtMs: number;
}

/** Uploads that can go on, oldest first; at most 50. */
export async function listUnfinishedUploads(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks"> & UploadPorts>,
): Promise<readonly UnfinishedUpload[]> {
  requireRole(ctx.actor, "platform-admin");
  const uploads = await ctx.pendingUploads.list(limit);
  const found = await inParallel(uploads, 8, async (upload) => {
    const [textbook, parts = []] = await Promise.all([ctx.textbooks.get(upload.textbookId), arrivedParts(ctx, upload)]);
    if (textbook?.state !== "awaiting-upload") return [];
    const { fileName, sizeBytes, fileHash, createdAtMs } = upload;
    const arrivedBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    const view = viewTextbook(textbook);
    return [
      {
        textbook: view,
        fileName,
        sizeBytes,
        arrivedBytes,
        createdAtMs,
        ...(fileHash === undefined ? {} : { fileHash }),
      },
    ];
  });
  return found.flat();
}
