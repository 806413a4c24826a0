import { DomainError } from "../../kernel/index.ts";
import type { ReadPage } from "../layout/page-text.ts";
import type { FileStore } from "../ports.ts";
import type { PageView } from "../schema.ts";

/** A page's text as it lies in the Library, with the size of its image. */
export interface StoredPage extends ReadPage {
  /** Set where the page is a picture that character recognition failed on. */
  readonly isUnread?: true;
  readonly image: { readonly width: number; readonly height: number };
}

/** A page as the viewer reads it. */
export interface StoredView {
  readonly printedPage?: string;
  readonly image: { readonly width: number; readonly height: number };
  readonly passages: PageView["passages"];
}

const maxBytes = 16 * 1024 * 1024;

/** Reads one JSON file that ingestion wrote; undefined when there is none. */
export async function readJson<T>(files: FileStore, key: string): Promise<T | undefined> {
  const bytes = await files.get({ key, maxBytes });
  return bytes === undefined ? undefined : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

export async function writeJson(files: FileStore, key: string, value: unknown): Promise<void> {
  await files.put({ key, body: JSON.stringify(value), contentType: "application/json" });
}

/** A file that must be there once the table says so. @throws DomainError `unavailable` */
export async function requireJson<T>(files: FileStore, key: string): Promise<T> {
  const value = await readJson<T>(files, key);
  if (value === undefined) throw new DomainError("unavailable", "textbook.file-missing");
  return value;
}
