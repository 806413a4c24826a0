import { existsSync, readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createOcr } from "../../packages/core/src/adapters/ocr.ts";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { systemActor } from "../../packages/core/src/kernel/index.ts";
import { type IngestMessage, ingestPages, startIngestion } from "../../packages/core/src/textbook/index.ts";
import { pageKey, passagesKey, sourceKey } from "../../packages/core/src/textbook/ingesting/library-keys.ts";
import type { StoredPage } from "../../packages/core/src/textbook/ingesting/stored-page.ts";
import { scoreText } from "../../packages/core/src/textbook/repair/score-text.ts";
import { Passage } from "../../packages/core/src/textbook/schema.ts";
import { corruptions } from "../evals/text-layer-corruptions.ts";
import { buildPdf, type PdfPage, pictureOfPng } from "../support/build-pdf.ts";
import {
  bookUnderWay,
  ingestAll,
  sampleBook,
  savedTextbook,
  type TextbookWorld,
  textbookWorld,
} from "../support/textbook-world.ts";

const synthetic = new URL("../../../shared/eval/pdf/synthetic/", import.meta.url);

/** Ingests a PDF from its upload on; answers the passages and every page's source of text. */
async function ingest(world: TextbookWorld, pdf: Uint8Array) {
  const system = world.as(systemActor);
  const { textbookId } = await savedTextbook(world, { state: "awaiting-upload", pagesDone: 0 });
  const key = sourceKey(textbookId);
  await world.ports.uploads.put({ key, body: pdf, contentType: "application/pdf" });
  await startIngestion(system, { key, sizeBytes: pdf.byteLength });
  const first = world.sent.shift();
  if (first === undefined) throw new Error("the job did not begin");
  await ingestAll(world, first);
  const book = await world.ports.textbooks.get(textbookId);
  if (book?.state !== "ready") throw new Error(`the book became ${book?.state}: ${book?.failure}`);
  const read = async (file: string) =>
    new TextDecoder().decode(await world.ports.library.get({ key: file, maxBytes: 1e8 }));
  const sources: StoredPage["source"][] = [];
  for (let pdfPage = 1; pdfPage <= (book.pageCount ?? 0); pdfPage += 1)
    sources.push((JSON.parse(await read(pageKey(book, pdfPage))) as StoredPage).source);
  const lines = (await read(passagesKey(book))).trimEnd().split("\n");
  return { sources, passages: lines.map((line) => Passage.parse(JSON.parse(line))) };
}

/** A page of a sample book as a scanner would give it, a little crooked. */
async function scannedPage(pdfPage: number): Promise<PdfPage> {
  const pdf = await createPdfReader().open(sampleBook("biologi-8"));
  const scan = await pdf.scanPage(pdfPage);
  await pdf.close();
  if (scan === undefined) throw new Error("the page is empty");
  return { picture: pictureOfPng(scan.image), turnedDegrees: 0.8 };
}

const prose = [
  "Ногоон ургамал гэрлийн энергийг ашиглан нүүрсхүчлийн хий, уснаас",
  "органик бодис нийлэгжүүлж, хүчилтөрөгч ялгаруулдаг. Энэ үйл явцыг",
  "фотосинтез гэж нэрлэдэг. Өдөр нь ургамал амьсгалахын зэрэгцээ",
  "фотосинтез явуулж, өөртөө хэрэгтэй шим тэжээлийг бүтээдэг.",
];

describe("books whose text layer is damaged or missing", { timeout: 180_000 }, () => {
  it("reads a page in a legacy encoding and the picture of a page", async () => {
    const legacy = { lines: prose.map((line) => corruptions["cp1251"]?.(line) ?? line) };
    const { sources, passages } = await ingest(textbookWorld(), buildPdf([await scannedPage(6), legacy]));
    expect(sources).toEqual(["ocr", "repaired"]);
    expect(passages.filter(({ pdfPage }) => pdfPage === 2).map(({ text }) => text)).toEqual([prose.join(" ")]);
    const recognised = passages.filter(({ pdfPage }) => pdfPage === 1);
    expect(recognised.length).toBeGreaterThan(2);
    expect(scoreText(recognised.map(({ text }) => text).join("\n"))).toMatchObject({ verdict: "clean" });
    for (const [x, y, width, height] of recognised.flatMap(({ boxes }) => boxes)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1.0001);
    }
  });

  it("takes a page with nothing but a smudge for empty, and the book for one without text", async () => {
    const packed = deflateSync(new Uint8Array(300 * 400).fill(255).fill(0, 40_000, 40_040));
    const picture = { width: 300, height: 400, packed, isFiltered: false };
    const smudge = buildPdf([{ picture }, { lines: [] }]);
    await expect(ingest(textbookWorld(), smudge)).rejects.toThrow("failed: no-text");
  });

  it("comes to an end in many short steps where pages take long", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    // Every look at the clock finds 15 seconds gone.
    let nowMs = Date.now();
    const ctx = { ...world.as(systemActor), clock: { nowMs: () => (nowMs += 15_000) } };
    const fromPages: number[] = [];
    const { textbookId, jobId } = book;
    for (
      let message: IngestMessage | undefined = { kind: "ingest-pages", textbookId, jobId, fromPage: 1 };
      message;
      message = world.sent.shift()
    ) {
      fromPages.push(message.fromPage);
      await ingestPages(ctx, message);
    }
    expect(fromPages.length).toBeGreaterThan(4);
    expect(fromPages).toEqual([...new Set(fromPages)].sort((a, b) => a - b));
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ state: "ready", pagesDone: 11 });
  });

  it("does not say that there is no text when recognition failed", async () => {
    const world = textbookWorld();
    const hasty = { ...world, as: () => ({ ...world.as(systemActor), pageRecogniser: createOcr({ timeoutMs: 1 }) }) };
    await expect(ingest(hasty as TextbookWorld, buildPdf([await scannedPage(6)]))).rejects.toThrow("failed: internal");
  });

  // The collection is no part of the repository: ../shared/eval beside a clone.
  const isThere = existsSync(synthetic);
  it.skipIf(!isThere).each([
    ["legacy_chrome.pdf", "repaired"],
    ["scanned_chrome.pdf", "ocr"],
  ])("makes Mongolian passages of %s", async (file, source) => {
    const { sources, passages } = await ingest(textbookWorld(), new Uint8Array(readFileSync(new URL(file, synthetic))));
    expect(new Set(sources)).toEqual(new Set([source]));
    const text = passages.map((passage) => passage.text).join("\n");
    expect(scoreText(text)).toMatchObject({ verdict: "clean" });
    for (const wanted of ["хлоропласт хэмээх ногоон эрхтэнцэр", "хүчилтөрөгч ялгарна", "автотроф организм"])
      expect(text).toContain(wanted);
    expect(passages.map(({ chapter }) => chapter)).toContain("БҮЛЭГ 1. ФОТОСИНТЕЗ");
    expect(passages.find((passage) => passage.text.includes("автотроф"))?.printedPage).toBe("2");
  });
  it.runIf(!isThere)("skips the synthetic collection: there is no ../shared/eval beside this clone", () => undefined);
});
