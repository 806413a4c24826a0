import { DomainError } from "../../kernel/index.ts";
import { passagesKey } from "../ingesting/library-keys.ts";
import type { FileStore, SavedTextbook } from "../ports.ts";
import type { Passage } from "../schema.ts";

/** A book of 600 pages has some 8 MB of passages. */
const maxBytes = 64 * 1024 * 1024;

interface PassagesFile {
  readonly passages: readonly Passage[];
  /** For {@link replacePassages}. */
  readonly version: string;
}

/** All passages of a book in reading order. @throws DomainError `unavailable` `textbook.file-missing` */
export async function readPassages(ctx: { readonly library: FileStore }, book: SavedTextbook): Promise<PassagesFile> {
  const file = await ctx.library.getVersioned({ key: passagesKey(book), maxBytes });
  if (file === undefined) throw new DomainError("unavailable", "textbook.file-missing");
  const lines = new TextDecoder().decode(file.body).split("\n");
  const passages = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Passage);
  return { passages, version: file.version };
}

/** Writes the file over the version that was read; false when somebody else wrote it meanwhile. */
export function replacePassages(
  ctx: { readonly library: FileStore },
  book: SavedTextbook,
  { passages, version }: PassagesFile,
): Promise<boolean> {
  const body = passages.map((passage) => `${JSON.stringify(passage)}\n`).join("");
  return ctx.library.replace({ key: passagesKey(book), version, body, contentType: "application/x-ndjson" });
}
