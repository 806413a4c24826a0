import { describe, expect, it } from "vitest";
import {
  bookUnderWay,
  sampleBook,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { type JobId, systemActor } from "../kernel/index.ts";
import { ingestPages } from "./ingest-pages.ts";
import { passagesKey } from "./ingesting/library-keys.ts";
import { lanes } from "./ingesting/page-ranges.ts";
import type { OpenPdf, SavedTextbook } from "./ports.ts";
import type { IngestMessage } from "./schema.ts";

type Begun = SavedTextbook & { readonly jobId: JobId };
const firstStep = ({ textbookId, jobId }: Begun): IngestMessage => ({
  kind: "ingest-pages",
  textbookId,
  jobId,
  fromPage: 1,
});

/** A sample book made long: its pages come again and again, each drawn but once. */
function longBook(world: TextbookWorld, pageCount: number) {
  const ctx = world.as(systemActor);
  const read: number[] = [];
  const built: string[] = [];
  const drawn = new Map<number, ReturnType<OpenPdf["drawPage"]>>();
  const open = async (bytes: Uint8Array): Promise<OpenPdf> => {
    const pdf = await ctx.pdfReader.open(bytes);
    const source = (pdfPage: number) => 3 + (pdfPage % 8);
    return {
      ...pdf,
      pageCount,
      outline: [],
      readPage: async (pdfPage) => {
        read.push(pdfPage);
        return { ...(await pdf.readPage(source(pdfPage))), pdfPage };
      },
      drawPage: async (pdfPage) => {
        const known = drawn.get(source(pdfPage)) ?? pdf.drawPage(source(pdfPage));
        drawn.set(source(pdfPage), known);
        return known;
      },
    };
  };
  const put: typeof ctx.library.put = async (input) => {
    if (input.key.endsWith("passages.jsonl")) built.push(input.key);
    await ctx.library.put(input);
  };
  return { ctx: { ...ctx, pdfReader: { open }, library: { ...ctx.library, put } }, read, built };
}

async function passageTexts(world: TextbookWorld, book: SavedTextbook): Promise<string> {
  const bytes = await world.ports.library.get({ key: passagesKey(book), maxBytes: 1e8 });
  return new TextDecoder()
    .decode(bytes)
    .replaceAll(book.textbookId, "book")
    .replaceAll(/psg_\w+/g, "passage");
}

describe("a long book", { timeout: 120_000 }, () => {
  it("is read by several functions side by side, each page once, and built once", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const { ctx, read, built } = longBook(world, 200);
    const widths: number[] = [];
    const progress: number[] = [];
    let waiting = [firstStep(book)];
    while (waiting.length > 0) {
      widths.push(waiting.length);
      await Promise.all(waiting.map((message) => ingestPages(ctx, message)));
      progress.push((await world.ports.textbooks.get(book.textbookId))?.pagesDone ?? 0);
      waiting = world.sent.splice(0);
    }
    expect(Math.max(...widths)).toBe(lanes);
    expect(read.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_unused, index) => index + 1));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(built).toHaveLength(1);
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "ready", pagesDone: 200 });
  });

  it("comes to the same passages when its messages are killed, come twice and overtake each other", async () => {
    const plain = textbookWorld();
    const expected = await bookUnderWay(plain, sampleBook("baigal-5"));
    const straight = longBook(plain, 60);
    for (let message: IngestMessage | undefined = firstStep(expected); message; message = plain.sent.shift())
      await ingestPages(straight.ctx, message);

    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const { ctx, built } = longBook(world, 60);
    let writes = 0;
    // While reading, and while building passages.
    const deadly = new Set([9, 50, 51, 120, 170, 215, 240]);
    const put: typeof ctx.library.put = (input) => {
      writes += 1;
      return deadly.has(writes) ? Promise.reject(new Error("killed")) : ctx.library.put(input);
    };
    const torn = { ...ctx, library: { ...ctx.library, put } };
    let waiting = [firstStep(book)];
    const seen: number[] = [];
    for (let round = 0; round < 60 && waiting.length > 0; round += 1) {
      // The last message first, with the one before it beside it; every third round one comes a second time.
      const message = waiting.pop();
      const beside = waiting.pop();
      const now = [message, beside, ...(round % 3 === 0 ? [message] : [])].flatMap((each) => each ?? []);
      const outcomes = await Promise.allSettled(now.map((each) => ingestPages(torn, each)));
      waiting.unshift(...now.filter((_each, index) => outcomes[index]?.status === "rejected"));
      waiting.push(...world.sent.splice(0));
      seen.push((await world.ports.textbooks.get(book.textbookId))?.pagesDone ?? 0);
    }
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "ready", pagesDone: 60 });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(built.length).toBeGreaterThan(0);
    expect(await passageTexts(world, book)).toBe(await passageTexts(plain, expected));
  });

  it("is built once when its last ranges end together", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const { ctx, built } = longBook(world, 6);
    await ingestPages(ctx, firstStep(book));
    const last = { ...firstStep(book), fromPage: 7 };
    await Promise.all([last, last, { ...last, fromPage: 1, toPage: 6 }].map((message) => ingestPages(ctx, message)));
    expect(built).toHaveLength(1);
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "ready" });
  });

  it("is built again by the next delivery when the one that built it was killed outright", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const { ctx, built } = longBook(world, 6);
    await ingestPages(ctx, firstStep(book));
    const { textbookId, jobId } = book;
    const atMs = Date.now();
    await world.ports.textbooks.claimBuild({ textbookId, jobId, untilMs: atMs + 110_000, atMs });
    const last = { ...firstStep(book), fromPage: 7 };
    await ingestPages(ctx, last);
    expect(built).toHaveLength(0);
    // The queue keeps a message hidden for two minutes.
    await ingestPages({ ...ctx, clock: { nowMs: () => atMs + 120_000 } }, last);
    expect(built).toHaveLength(1);
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ state: "ready" });
  });
});
