import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { DomainError, type PlatformAdmin, systemActor, systemIds } from "../../packages/core/src/kernel/index.ts";
import {
  addTextbook,
  deleteTextbook,
  readTextbook,
  retryIngestion,
  type TextbookView,
} from "../../packages/core/src/textbook/index.ts";
import type { Deps } from "../../packages/functions/src/deps.ts";
import { type SampleBook, sampleBooks } from "./books/catalogue.ts";
import { sampleId, sampleIds } from "./sample-ids.ts";

const pollEveryMs = 150;
const patienceMs = 120_000;

/** Who looks after the sample books. */
const librarian: PlatformAdmin = {
  role: "platform-admin",
  staffId: sampleId("staff", 1),
  sessionId: systemIds.next("session"),
  name: "Жишээ Админ",
};

/** Uploads the sample books that are not there through the real pipeline, and waits until all of them can be asked. */
export async function ensureBooks(
  ports: Deps,
): Promise<readonly { readonly title: string; readonly state: TextbookView["state"] }[]> {
  return Promise.all(sampleBooks.map((book, index) => ensureBook(ports, book, index + 1)));
}

async function ensureBook(
  ports: Deps,
  book: SampleBook,
  number: number,
): Promise<Pick<TextbookView, "title" | "state">> {
  const ctx = { ...ports, actor: librarian };
  const textbookId = sampleId("textbook", number);
  let known = await find(ports, textbookId);
  if (known?.state === "ready") return known;
  if (known?.state === "awaiting-upload") {
    // An earlier seed was cut off before the file arrived, and the signed address is gone.
    await deleteTextbook(ctx, { textbookId });
    known = undefined;
  }
  if (known?.state === "failed") await retryIngestion(ctx, { textbookId });
  if (!known) await upload(ports, book, number);
  return waitUntilReady(ports, textbookId);
}

async function upload(ports: Deps, book: SampleBook, number: number): Promise<void> {
  const { slug: _slug, file, ...facts } = book;
  const body = await readFile(fileURLToPath(new URL(`./books/${file}`, import.meta.url)));
  const added = await addTextbook(
    { ...ports, actor: systemActor, ids: sampleIds("textbook", number) },
    { ...facts, fileName: file, sizeBytes: body.byteLength },
  );
  const { url, headers } = added.upload;
  const response = await fetch(url, { method: "PUT", headers, body });
  if (!response.ok) throw new Error(`«${book.title}» could not be uploaded: ${response.status}`);
}

async function waitUntilReady(ports: Deps, textbookId: string): Promise<TextbookView> {
  const deadlineMs = Date.now() + patienceMs;
  let told = 0;
  while (Date.now() < deadlineMs) {
    const book = await readTextbook({ ...ports, actor: librarian }, { textbookId });
    if (book.state === "failed") throw new Error(`«${book.title}» could not be read: ${book.failure ?? "unknown"}`);
    if (book.state === "ready" || book.pagesDone >= told + 10) {
      told = book.pagesDone;
      console.log(`  ${book.title}: ${book.pagesDone} of ${book.pageCount ?? "?"} pages`);
    }
    if (book.state === "ready") return book;
    await delay(pollEveryMs);
  }
  throw new Error(`A sample book was not ready after ${patienceMs / 1000} seconds: ${textbookId}`);
}

async function find(ports: Deps, textbookId: string): Promise<TextbookView | undefined> {
  try {
    return await readTextbook({ ...ports, actor: librarian }, { textbookId });
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not-found") return undefined;
    throw error;
  }
}
