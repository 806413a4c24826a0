import { type Ctx, parse, type PlatformAdmin, requireRole, type SystemActor } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook, TextbookPorts } from "./ports.ts";
import { AddTextbookInput, type TextbookView } from "./schema.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";

/** How long the administrator has to send the file, in seconds: 80 MB over a slow school line. */
const uploadExpiresInS = 3_600;

export interface AddedTextbook {
  readonly textbook: TextbookView;
  /** One PUT of the PDF to `url` with exactly these headers; ingestion begins by itself when the file has arrived. */
  readonly upload: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
}

/** Adds a textbook and says where to upload its PDF. Books that the product itself adds are marked as samples. */
export async function addTextbook(
  ctx: Ctx<PlatformAdmin | SystemActor, Pick<TextbookPorts, "textbooks" | "uploads">>,
  input: AddTextbookInput,
): Promise<AddedTextbook> {
  if (ctx.actor.role !== "system") requireRole(ctx.actor, "platform-admin");
  const {
    fileName: _fileName,
    sizeBytes: _sizeBytes,
    ...book
  } = parse(AddTextbookInput, input, "textbook.invalid-textbook");
  const atMs = ctx.clock.nowMs();
  const textbook: SavedTextbook = {
    ...book,
    textbookId: ctx.ids.next("textbook"),
    sample: ctx.actor.role === "system",
    state: "awaiting-upload",
    pagesDone: 0,
    createdAtMs: atMs,
    updatedAtMs: atMs,
  };
  const contentType = "application/pdf";
  const key = sourceKey(textbook.textbookId);
  const url = await ctx.uploads.presignPut({ key, contentType, expiresInS: uploadExpiresInS });
  await ctx.textbooks.create(textbook);
  return { textbook: viewTextbook(textbook), upload: { url, headers: { "content-type": contentType } } };
}
