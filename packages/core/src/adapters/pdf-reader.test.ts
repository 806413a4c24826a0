import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { preflight } from "./pdf/preflight.ts";
import { createPdfReader } from "./pdf-reader.ts";

const sample = () =>
  new Uint8Array(readFileSync(new URL("../../../../scripts/sample-data/books/pdf/baigal-5.pdf", import.meta.url)));

/** A file with one stream, whose structure only the guard sees. */
function fileWith(dictionary: string, body: Buffer = Buffer.from("x")): Buffer {
  const head = Buffer.from(`%PDF-1.4\n1 0 obj\n<< ${dictionary} /Length ${body.length} >>\nstream\n`);
  return Buffer.concat([head, body, Buffer.from("\nendstream\nendobj\nstartxref\n9\n%%EOF\n")]);
}

describe("preflight", () => {
  it.each([
    ["a web page", Buffer.from("<html>startxref</html>"), "not-a-pdf"],
    ["an empty file", Buffer.alloc(0), "not-a-pdf"],
    ["a download that broke off", Buffer.from("%PDF-1.4\n1 0 obj"), "damaged"],
    [
      "a stream that swells to 100 MB",
      fileWith("/Filter /FlateDecode", deflateSync(Buffer.alloc(100e6))),
      "too-complex",
    ],
    ["filters on filters", fileWith("/Filter [/FlateDecode /FlateDecode]"), "too-complex"],
    ["an image of 100,000 by 100,000", fileWith("/Width 100000 /Height 100000"), "too-complex"],
  ])("refuses %s", (_what, bytes, reason) => {
    expect(() => preflight(bytes)).toThrow(expect.objectContaining({ reason }));
  });

  it.each([
    ["a sample book", () => Buffer.from(sample())],
    ["a stream that is no zlib data", () => fileWith("/Filter /FlateDecode", Buffer.from("not deflated"))],
  ])("passes %s", (_what, bytes) => {
    expect(() => preflight(bytes())).not.toThrow();
  });
});

it("preflight looks at fifty thousand streams without objects in seconds", { timeout: 10_000 }, () => {
  const bytes = Buffer.from(`%PDF-1.4\n${"stream\nx\nendstream\n".repeat(50_000)}startxref\n9\n%%EOF\n`);
  expect(() => preflight(bytes)).not.toThrow();
});

describe("createPdfReader", () => {
  it("reads text with positions and draws pages in two sizes", async () => {
    const pdf = await createPdfReader().open(sample());
    try {
      expect(pdf.pageCount).toBe(11);
      expect(pdf.outline).toContainEqual({ level: 1, title: "БҮЛЭГ 1. Усны эргэлт", pdfPage: 3 });
      const page = await pdf.readPage(3);
      expect(page.items.some((item) => item.text.includes("Ус байгальд"))).toBe(true);
      const { image, thumbnail, width, height } = await pdf.drawPage(3);
      expect(await sharp(image).metadata()).toMatchObject({ format: "webp", width, height });
      expect([width, (await sharp(thumbnail).metadata()).width]).toEqual([1200, 360]);
      expect(image.byteLength).toBeLessThan(250_000);
    } finally {
      await pdf.close();
    }
  });

  it("draws the colours of the page, not their mirror image", async () => {
    const pdf = await createPdfReader().open(sample());
    const { image } = await pdf.drawPage(1).finally(() => pdf.close());
    const { channels } = await sharp(image).stats();
    // The cover is printed in orange brown: more red than blue.
    expect(channels[0]?.mean).toBeGreaterThan(channels[2]?.mean ?? 0);
  });

  it.each([
    ["time", { callMs: 1, fileMs: 1, pageMs: 0, growthBytes: 1e9 }, "timed-out"],
    ["memory", { callMs: 15_000, fileMs: 15_000, pageMs: 0, growthBytes: -1e9 }, "too-complex"],
  ])("ends a file that takes too much %s", async (_what, limits, reason) => {
    await expect(createPdfReader(limits).open(sample())).rejects.toMatchObject({ reason });
  });

  it("refuses a page that is not there, and every call after closing", async () => {
    const pdf = await createPdfReader().open(sample());
    await expect(pdf.readPage(99)).rejects.toMatchObject({ reason: "damaged" });
    await pdf.close();
    await expect(pdf.readPage(1)).rejects.toThrow("closed");
  });
});
