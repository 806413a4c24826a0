import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createPdfReader } from "../../adapters/pdf-reader.ts";
import type { TextbookId } from "../../kernel/index.ts";
import { composePage } from "./compose-page.ts";
import { readBook, type ReadBook } from "./read-book.ts";

const facts = {
  textbookId: "tbk_01ARZ3NDEKTSV4RRFFQ69G5FAV" as TextbookId,
  title: "Ном",
  subject: "natural-science",
  grade: 9,
  edition: 1,
} as const;

async function read(file: URL, options: { withOutline: boolean }): Promise<ReadBook> {
  const pdf = await createPdfReader().open(new Uint8Array(readFileSync(file)));
  try {
    const numbers = Array.from({ length: pdf.pageCount }, (_unused, index) => index + 1);
    const pages = [];
    for (const number of numbers) pages.push(composePage(await pdf.readPage(number)));
    return readBook(facts, pages, options.withOutline ? pdf.outline : []);
  } finally {
    await pdf.close();
  }
}

interface Truth {
  readonly toc: readonly { readonly title: string; readonly printedPage: number }[];
  readonly pages: readonly {
    readonly pdfPage: number;
    readonly kind: string;
    readonly blocks: readonly { readonly text?: string; readonly rows?: readonly (readonly string[])[] }[];
  }[];
}

const shared = new URL("../../../../../../shared/eval/pdf/", import.meta.url);
const synthetic = new URL("synthetic/", shared);

/** Both sides without markup: what is compared is the letters and their order. */
function bare(text: string): string {
  return text
    .replace(/\| --- .*\n/g, "")
    .replace(/\\frac\{(.*)\}\{([^{}]*)\}/g, "($1) / $2")
    .replace(/\\(?:text|mathrm|sqrt)\{([^}]*)\}/g, "$1")
    .replace(/\\(?:rightarrow|cdot|neq|pm) ?/g, "")
    .replace(/[\s|{}$_^√→·≠±−-]+/gu, "")
    .normalize("NFKC");
}

function errorRate(book: ReadBook, truth: Truth, pageOf: ReadonlyMap<number, number>): number {
  let errors = 0;
  let letters = 0;
  for (const { pdfPage, kind, blocks } of truth.pages) {
    const at = pageOf.get(pdfPage);
    if (kind === "toc" || at === undefined) continue;
    const expected = bare(blocks.map((block) => block.text ?? block.rows?.flat().join(" ") ?? "").join("\n"));
    const seen = new Set<string>();
    const titles = new Set(book.contents.filter((entry) => entry.pdfPage === at).map((entry) => entry.title));
    const parts = book.passages.flatMap(({ pdfPage: page, chapter, section, text }) => {
      if (page !== at) return [];
      const fresh = [chapter, section].filter((title) => title !== undefined && titles.has(title) && !seen.has(title));
      for (const title of fresh) if (title !== undefined) seen.add(title);
      return [...fresh, text.replace(/^\d+\. /gm, "")];
    });
    errors += distance(expected, bare(parts.join("\n")));
    letters += expected.length;
  }
  return errors / letters;
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_unused, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

// Measuring data beside a clone, no part of the repository.
describe.skipIf(!existsSync(synthetic))("books whose true text is known (../shared/eval)", { timeout: 120_000 }, () => {
  const truth = existsSync(synthetic)
    ? (JSON.parse(readFileSync(new URL("truth.json", synthetic), "utf8")) as Truth)
    : undefined;
  const all = new Map(truth?.pages.map(({ pdfPage }) => [pdfPage, pdfPage]));
  const excerpt = new Map([
    [4, 1],
    [8, 2],
  ]);

  it.each([
    ["chrome.pdf", true, all, 0.005, 13],
    ["chrome.pdf", false, all, 0.005, 13],
    ["lo.pdf", true, all, 0.005, 13],
    ["lo.pdf", false, all, 0.005, 13],
    ["interleaved.pdf", false, excerpt, 0.02, 3],
  ] as const)("reads %s (outline: %s)", async (name, withOutline, pages, allowed, sections) => {
    if (truth === undefined) return;
    const book = await read(new URL(name, synthetic), { withOutline });
    expect(errorRate(book, truth, pages)).toBeLessThan(allowed);
    const found = truth.toc.filter(({ title, printedPage }) =>
      book.contents.some((entry) => entry.title === title && entry.printedPage === String(printedPage)),
    );
    expect(found).toHaveLength(sections);
    for (const [printed, pdfPage] of pages) expect(book.pages[pdfPage - 1]?.printedPage).toBe(String(printed));
  });

  it("finds every section of a 155-page book by its outline, and nine of ten without", async () => {
    const gold = JSON.parse(readFileSync(new URL("mn_lshort.toc.json", shared), "utf8")) as {
      title: string;
      pdf_page: number;
    }[];
    const letters = (text: string) =>
      text
        .replace(/\$L\^\{A\}\$TEX/g, "LaTeX")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
    for (const [withOutline, share] of [
      [true, 1],
      [false, 0.9],
    ] as const) {
      const { contents } = await read(new URL("mn_lshort.pdf", shared), { withOutline });
      const hits = gold.filter((entry) =>
        contents.some(
          ({ title, pdfPage }) => pdfPage === entry.pdf_page && letters(title).endsWith(letters(entry.title)),
        ),
      );
      expect(hits.length / gold.length).toBeGreaterThanOrEqual(share);
    }
  });
});

describe("the sample books", { timeout: 120_000 }, () => {
  const sample = (slug: string) => new URL(`../../../../../scripts/sample-data/books/pdf/${slug}.pdf`, import.meta.url);

  it("keeps tables, formulas, exercises and the glossary as passages of their own kind", async () => {
    const book = await read(sample("fizik-8"), { withOutline: true });
    const kinds = new Set(book.passages.map((passage) => passage.kind));
    expect([...kinds].sort()).toEqual(["exercise", "formula", "glossary", "table", "text"]);
    const table = book.passages.find((passage) => passage.text.startsWith("Хүснэгт 2.1."));
    expect(table?.text).toContain("| Байрлалаас хамаарах эсэх | хамаарахгүй | хамаарна |");
  });

  it("rebuilds roots and fractions of the mathematics book", async () => {
    const { passages } = await read(sample("matematik-8"), { withOutline: true });
    const all = passages.map((passage) => passage.text).join("\n");
    expect(all).toContain("\\frac{-b \\pm \\sqrt{b^{2} - 4ac}}{2a}");
    expect(all).toContain("\\sqrt{\\frac{a}{b}} = \\frac{\\sqrt{a}}{\\sqrt{b}}");
  });

  it("gives every passage a box on its page and keeps contexts inside the section", async () => {
    const book = await read(sample("biologi-8"), { withOutline: true });
    for (const passage of book.passages) {
      expect(passage.boxes.length).toBeGreaterThan(0);
      expect(passage.boxes.flat().every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(passage.context).toContain(passage.text);
    }
    const sections = new Map(book.passages.map((passage) => [passage.text, passage.section]));
    const first = book.passages.find((passage) => passage.section?.startsWith("2.1."));
    for (const [text, section] of sections) if (first?.context.includes(text)) expect(section).toBe(first.section);
  });
});
