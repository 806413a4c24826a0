import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import type { UploadPorts } from "./uploading/upload-ports.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/**
 * Gives up an upload with the parts that are there; without one nothing happens. The book itself stays: it is removed by
 * `deleteTextbook`, which this goes before. @throws DomainError `not-found`
 */
export async function abandonUpload(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks"> & UploadPorts>,
  input: { readonly textbookId: string },
): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId } = await visibleTextbook(ctx, input.textbookId);
  const upload = await ctx.pendingUploads.get(textbookId);
  if (!upload) return;
  await ctx.uploadParts.abort({ key: sourceKey(textbookId), uploadId: upload.uploadId });
  await ctx.pendingUploads.remove(textbookId);
}
