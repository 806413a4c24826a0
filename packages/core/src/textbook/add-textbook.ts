import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole, type SystemActor } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook, TextbookPorts } from "./ports.ts";
import { AddTextbookInput, type TextbookView } from "./schema.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";
import { wholeCatalogue } from "./viewing/whole-catalogue.ts";

/** How long the administrator has to send the file, in seconds: 80 MB over a slow school line. */
const uploadExpiresInS = 3_600;

export interface AddedTextbook {
  readonly textbook: TextbookView;
  /** One PUT of the PDF to `url` with exactly these headers; ingestion begins by itself when the file has arrived. */
  readonly upload: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
}

/**
 * Adds a textbook and says where to upload its PDF. Books that the product itself adds are marked as samples. A new edition
 * (`replaces`) takes the older book's place when it is ready, not before.
 * @throws DomainError `conflict`: `textbook.not-replaceable` when the older book is not ready, or of another subject or grade;
 * `textbook.edition-under-way` when somebody is adding its new edition already: both would stand side by side
 */
export async function addTextbook(
  ctx: Ctx<PlatformAdmin | SystemActor, Pick<TextbookPorts, "textbooks" | "uploads">>,
  input: AddTextbookInput,
): Promise<AddedTextbook> {
  if (ctx.actor.role !== "system") requireRole(ctx.actor, "platform-admin");
  const {
    fileName: _fileName,
    sizeBytes: _sizeBytes,
    replaces,
    ...book
  } = parse(AddTextbookInput, input, "textbook.invalid-textbook");
  if (replaces !== undefined) {
    const older = await ctx.textbooks.get(replaces);
    if (older === undefined) throw new DomainError("not-found", "textbook.no-textbook");
    const isEarlier = older.state === "ready" && older.subject === book.subject && older.grade === book.grade;
    if (!isEarlier) throw new DomainError("conflict", "textbook.not-replaceable");
    const rivals = (await wholeCatalogue(ctx)).filter((other) => other.replaces === replaces);
    const isUnderWay = rivals.some(({ state }) => state === "awaiting-upload" || state === "ingesting");
    if (isUnderWay) throw new DomainError("conflict", "textbook.edition-under-way");
  }
  const atMs = ctx.clock.nowMs();
  const textbook: SavedTextbook = {
    ...book,
    ...(replaces === undefined ? {} : { replaces }),
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
