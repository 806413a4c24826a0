import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  bookUnderWay,
  ingestAll,
  sampleBook,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { systemActor, systemIds } from "../kernel/index.ts";
import { ingestPages } from "./ingest-pages.ts";
import { passagesKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook } from "./ports.ts";
import { type IngestMessage, Passage } from "./schema.ts";

const hostile = new URL("../../../../../shared/eval/pdf/hostile/", import.meta.url);

async function passagesOf(world: TextbookWorld, book: SavedTextbook): Promise<Passage[]> {
  const bytes = await world.ports.library.get({ key: passagesKey(book), maxBytes: 1e8 });
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\n");
  return lines.map((line) => Passage.parse(JSON.parse(line)));
}

const firstStep = ({ textbookId, jobId }: { textbookId: SavedTextbook["textbookId"]; jobId: IngestMessage["jobId"] }) =>
  ({ kind: "ingest-pages", textbookId, jobId, fromPage: 1 }) as const;

describe("ingestPages", { timeout: 120_000 }, () => {
  let world: TextbookWorld;
  beforeAll(() => {
    world = textbookWorld();
  });

  it("makes a book ready: citable passages with sections, printed pages and boxes", async () => {
    const book = await bookUnderWay(world, sampleBook("fizik-8"), { title: "Физик VIII", subject: "physics" });
    await ingestAll(world, firstStep(book));
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({
      state: "ready",
      pagesDone: 21,
      pageCount: 21,
    });
    const passages = await passagesOf(world, book);
    const law = passages.find((passage) => passage.text.includes("\\frac{F}{m}"));
    expect(law).toMatchObject({ kind: "formula", section: "2.3. Ньютоны хоёрдугаар хууль", subject: "physics" });
    expect(
      passages.every(({ text, kind, context }) => (kind === "table" || text.length <= 500) && context.length <= 1_200),
    ).toBe(true);
    expect(new Set(passages.map((passage) => passage.passageId)).size).toBe(passages.length);
    expect(await world.ports.passages.find(passages.map((passage) => passage.passageId))).toHaveLength(passages.length);
  });

  it("comes to the same passages after being cut off anywhere, and after repeats", async () => {
    const whole = await bookUnderWay(world, sampleBook("baigal-5"));
    await ingestAll(world, firstStep(whole));
    const expected = await passagesOf(world, whole);

    const torn = textbookWorld();
    const book = await bookUnderWay(torn, sampleBook("baigal-5"));
    let writes = 0;
    // The storage dies now and then, as if the function were killed there: while reading, and while building passages.
    const deadly = new Set([3, 21, 40, 52]);
    const library: typeof torn.ports.library = {
      ...torn.ports.library,
      put: (input) => {
        writes += 1;
        return deadly.has(writes) ? Promise.reject(new Error("killed")) : torn.ports.library.put(input);
      },
    };
    const ctx = { ...torn.as(systemActor), library };
    const messages: IngestMessage[] = [firstStep(book)];
    for (let round = 0; round < 40 && messages.length > 0; round += 1) {
      const message = messages.shift() ?? firstStep(book);
      // The queue delivers a failed message again, and now and then one that was done.
      await ingestPages(ctx, message).catch(() => messages.unshift(message));
      messages.push(...torn.sent.splice(0));
      if (round % 5 === 4) messages.push(message);
    }
    expect(await torn.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "ready", pagesDone: 11 });
    const found = await passagesOf(torn, book);
    expect(found.map(({ text, order, pdfPage }) => [order, pdfPage, text])).toEqual(
      expected.map(({ text, order, pdfPage }) => [order, pdfPage, text]),
    );
    expect(await torn.ports.passages.find(found.map((passage) => passage.passageId))).toHaveLength(found.length);
  });

  it("ignores messages of an older job and of a book that is gone", async () => {
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    await ingestPages(world.as(systemActor), { ...firstStep(book), jobId: systemIds.next("job") });
    await ingestPages(world.as(systemActor), { ...firstStep(book), textbookId: systemIds.next("textbook") });
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "ingesting", pagesDone: 0 });
    expect(world.sent).toEqual([]);
  });

  it("fails a book for good when the file is no PDF", async () => {
    const book = await bookUnderWay(world, new TextEncoder().encode("<html>Сурах бичиг</html>"));
    await ingestAll(world, firstStep(book));
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: "not-a-pdf" });
  });

  const reasons: Record<string, string> = {
    "count_lie.pdf": "no-text",
    "enc_user.pdf": "encrypted",
    "flate_256MB_ops.pdf": "too-complex",
    "form_selfref.pdf": "no-text",
    "html.pdf": "not-a-pdf",
    "truncated60.pdf": "damaged",
  };
  // The collection is no part of the repository: ../shared/eval beside a clone.
  const isThere = existsSync(hostile);
  const files = isThere ? readdirSync(hostile).filter((name) => name !== "enc_owner.pdf") : Object.keys(reasons);
  it.skipIf(!isThere)("knows every file of the hostile collection", () => {
    expect(files.sort()).toEqual(Object.keys(reasons).sort());
  });
  it.skipIf(!isThere).each(files)("ends %s with its reason, in bounded time", async (name) => {
    const book = await bookUnderWay(world, new Uint8Array(readFileSync(new URL(name, hostile))));
    const startMs = performance.now();
    await ingestAll(world, firstStep(book));
    expect(performance.now() - startMs).toBeLessThan(15_000);
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: reasons[name] });
  });
});
