import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createPdfReader } from "../../adapters/pdf-reader.ts";
import type { TextbookId } from "../../kernel/index.ts";
import { recognisedFont, recognisedFormulaFont } from "../recognise/words-to-items.ts";
import { type Passage, type PassageKind, passageKinds } from "../schema.ts";
import { composePage } from "./compose-page.ts";
import type { RawPage, ReadPage, TextItem } from "./page-text.ts";
import { readBook } from "./read-book.ts";

const facts = {
  textbookId: "tbk_01ARZ3NDEKTSV4RRFFQ69G5FAV" as TextbookId,
  title: "Ном",
  subject: "physics",
  grade: 8,
  edition: 1,
} as const;

const passagesOf = (pages: readonly ReadPage[]): readonly Passage[] => readBook(facts, pages, []).passages;

describe("kinds of passages in the sample books", { timeout: 60_000 }, () => {
  const passages: Passage[] = [];
  beforeAll(async () => {
    for (const slug of ["biologi-8", "fizik-8"]) {
      const file = new URL(`../../../../../scripts/sample-data/books/pdf/${slug}.pdf`, import.meta.url);
      const pdf = await createPdfReader().open(new Uint8Array(readFileSync(file)));
      const pages: ReadPage[] = [];
      for (let page = 1; page <= pdf.pageCount; page += 1) pages.push(composePage(await pdf.readPage(page)));
      passages.push(...readBook(facts, pages, pdf.outline).passages);
      await pdf.close();
    }
  });
  const ofKind = (kind: PassageKind) => passages.filter((passage) => passage.kind === kind).map(({ text }) => text);

  it("all occur", () => {
    expect([...new Set(passages.map(({ kind }) => kind))].sort()).toEqual([...passageKinds].sort());
  });

  it("every numbered exercise is a unit of its own", () => {
    expect(ofKind("exercise").filter((text) => /\n(?:Дасгал|Бодлого) \d/u.test(text))).toEqual([]);
    expect(ofKind("exercise").filter((text) => /^(?:Дасгал|Бодлого) \d/u.test(text)).length).toBeGreaterThan(20);
    expect(passages.filter(({ kind, text }) => kind !== "exercise" && /^Дасгал \d/u.test(text))).toEqual([]);
  });

  it("every word of a glossary is a unit, with all its sentences", () => {
    expect(ofKind("glossary")).toContain(
      "Амсар – Навчны гадаргуу дахь, хоёр хаагч эсийн хоорондох жижиг нүх. Хий, усны уур нэвтэрнэ.",
    );
    expect(ofKind("glossary").every((text) => /^\p{Lu}[^–]* – /u.test(text))).toBe(true);
  });

  it("tables bring their caption and head row, formulas their LaTeX", () => {
    expect(ofKind("table").filter((text) => text.startsWith("Хүснэгт")).length).toBeGreaterThan(10);
    expect(ofKind("table").every((text) => text.includes("| --- |"))).toBe(true);
    expect(ofKind("formula").every((text) => text.includes("$$"))).toBe(true);
  });
});

/** Lines of one page, 500 × 700 points, each an item at `x` with what recognition would say of it. */
function page(lines: readonly (Partial<TextItem> & { text: string; x?: number })[], given: Partial<ReadPage> = {}) {
  const items = lines.map(({ text, x = 50, ...rest }, index): TextItem => {
    const place = { x, y: 100 + 16 * index, width: Math.min(400, 7 * text.length), size: 12 };
    return { text, font: recognisedFont, ...place, ...rest };
  });
  const raw: RawPage = { pdfPage: 1, width: 500, height: 700, items };
  return { ...composePage(raw), ...given };
}

const prose = (text: string, confidence?: number) => ({
  text: `${text}, мөн түүний утгыг бодлогын нөхцөлөөс олж болно`,
  ...(confidence === undefined ? {} : { confidence }),
});
const filler = ["Хөдөлгөөний тухай", "Биеийн масс нь", "Хурд цаг хугацаагаар"].map((text) => prose(text, 0.95));
const formula = (text: string, confidence: number, font = recognisedFormulaFont) => ({
  text,
  confidence,
  font,
  x: 220,
});

describe("recognised formulas", () => {
  it("that could not be read stand as a picture under what leads to them, and their letters are gone", () => {
    const ocr = page(
      [...filler, { text: "Хүчийг дараах томьёогоор олно:", confidence: 0.93 }, formula("Е=т-а, 0g", 0.57)],
      {
        source: "ocr",
      },
    );
    const passage = passagesOf([ocr]).at(-1);
    expect(passage).toMatchObject({ kind: "formula", useImage: true, textSource: "ocr", confidence: 0.57 });
    expect(passage?.text).toMatch(/олно:\n\[Томьёо: зургаас үзнэ үү\]$/u);
    expect(passage?.context).not.toContain("Е=т-а");
    const [, y = 0, , height = 0] = passage?.boxes.at(-1) ?? [];
    expect(y + height).toBeGreaterThan((100 + 16 * 4) / 700);
  });

  it("in several pieces are one picture, with the words that can be read in them", () => {
    const pieces = [formula("—b + Vb? — 4ac", 0.6), formula("2a", 0.95), formula("эсвэл х = 0", 0.5)];
    const passages = passagesOf([page([...filler, ...pieces], { source: "ocr" })]);
    expect(passages.filter(({ useImage }) => useImage)).toHaveLength(1);
    expect(passages.at(-1)?.text).toMatch(/\[Томьёо: зургаас үзнэ үү\] эсвэл$/u);
  });

  it("that were read without doubt stay as they are", () => {
    const passages = passagesOf([page([...filler, formula("x + 2 = 5", 0.95)], { source: "ocr" })]);
    expect(passages.some(({ useImage }) => useImage)).toBe(false);
    expect(passages.map(({ text }) => text).join("\n")).toContain("x + 2 = 5");
  });

  it("beside words are text, with the confidence of their line", () => {
    const line = prose("Бодолт: хурдатгал а-20/10-2м/с, хүч Е- 2400 Н", 0.48);
    const [passage] = passagesOf([page([filler[0] ?? line, line], { source: "ocr" })]);
    expect(passage).toMatchObject({ kind: "text", confidence: 0.48 });
    expect(passage).not.toHaveProperty("useImage");
  });
});

describe("where a passage's text comes from", () => {
  const clean = page(filler.map(({ text }) => ({ text })));
  it.each([
    ["a clean text layer", { source: "text" } as const, { textSource: "text-layer" }],
    ["a repaired one", { source: "repaired", textScore: 0.987 } as const, { textSource: "repaired", confidence: 0.99 }],
    ["a doubtful one", { source: "text", textScore: 0.71 } as const, { textSource: "text-layer", confidence: 0.71 }],
    ["a page stored before it was recorded", {}, {}],
  ])("%s", (_what, given, expected) => {
    const [passage] = passagesOf([{ ...clean, ...given }]);
    const { textSource, confidence, useImage } = passage ?? {};
    expect(JSON.parse(JSON.stringify({ textSource, confidence, useImage }))).toEqual(expected);
  });
});
