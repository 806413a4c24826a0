import type { TextbookId } from "../../kernel/index.ts";
import { sourceKey } from "../ingesting/library-keys.ts";
import type { UploadPorts } from "./upload-ports.ts";

/** Gives up a textbook's upload with the parts that are there; without one nothing happens. May be repeated. */
export async function dropUpload(ctx: UploadPorts, textbookId: TextbookId): Promise<void> {
  const upload = await ctx.pendingUploads.get(textbookId);
  if (!upload) return;
  await ctx.uploadParts.abort({ key: sourceKey(textbookId), uploadId: upload.uploadId });
  await ctx.pendingUploads.remove(textbookId);
}
