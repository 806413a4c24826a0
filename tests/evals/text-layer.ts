import { readFileSync } from "node:fs";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { joinLines } from "../../packages/core/src/textbook/layout/join-lines.ts";
import type { RawPage, ReadPage } from "../../packages/core/src/textbook/layout/page-text.ts";
import { repairPage } from "../../packages/core/src/textbook/repair/repair-page.ts";
import type { EvalFigure } from "./figure.ts";
import { type EvalPdf, pdfFolder, type TrueBlock, type Truth } from "./ingestion-data.ts";
import { corruptions } from "./text-layer-corruptions.ts";
import { bestMatch, distance, normalise } from "./text-layer-distance.ts";

/** Running text; formulas and tables are measured apart, where recognition can't be expected to read them. */
const proseKinds = new Set(["p", "li", "h1", "h2", "cap"]);

/**
 * Character errors of a file's prose, each true block sought on its page where it fits best; how many pairs of neighbours
 * follow each other in reading order; how many ө and ү are kept. Baseline: the text layer in the order of its stream.
 */
export function measureText(
  name: string,
  { pdf, truth, mustReach }: { pdf: EvalPdf; truth: Truth; mustReach: string },
): readonly EvalFigure[] {
  const sum = { errors: 0, raw: 0, letters: 0, pairs: 0, ordered: 0, vowels: 0, lost: 0 };
  for (const [at, page] of pdf.pages.entries()) {
    const raw = pdf.raw[at];
    const text = textOf(page);
    const isWhole = pdf.pages.length === truth.pages.length;
    const blocks = (isWhole ? truth.pages[at]?.blocks : undefined) ?? truePageOf(text, truth);
    if (raw === undefined) continue;
    const stream = normalise(raw.items.map((item) => item.text).join(" "));
    let before = -1;
    for (const wanted of proseOf(blocks)) {
      const found = bestMatch(wanted, text);
      show(name, wanted, found);
      sum.errors += found.errors;
      sum.raw += bestMatch(wanted, stream).errors;
      sum.letters += wanted.length;
      sum.vowels += vowelsIn(wanted);
      sum.lost += Math.max(0, vowelsIn(wanted) - vowelsIn(found.text));
      const start = text.indexOf(found.text);
      if (before >= 0) sum.pairs += 1;
      if (before >= 0 && start > before) sum.ordered += 1;
      before = start;
    }
  }
  return [
    { name: `text.${name}.cer`, value: sum.errors / sum.letters, baseline: sum.raw / sum.letters, mustReach },
    { name: `text.${name}.in_order`, value: sum.ordered / sum.pairs, mustReach: "1" },
    { name: `text.${name}.front_vowels_kept`, value: 1 - sum.lost / sum.vowels },
    { name: `text.${name}.ms_per_page`, value: pdf.msPerPage, unit: "ms/page" },
  ];
}

/** A file may hold a part of the pages only: the true page is the one whose words stand here. */
function truePageOf(text: string, { pages }: Truth): readonly TrueBlock[] {
  const words = new Set(text.split(" "));
  const shared = ({ blocks }: Truth["pages"][number]) => {
    const wanted = proseOf(blocks).flatMap((prose) => prose.split(" "));
    return wanted.filter((word) => words.has(word)).length / Math.max(1, wanted.length);
  };
  return [...pages].sort((a, b) => shared(b) - shared(a))[0]?.blocks ?? [];
}

/** `--show` prints what differs. */
function show(name: string, wanted: string, found: { errors: number; text: string }): void {
  if (found.errors > 0 && process.argv.includes("--show"))
    console.error(`  ${name}: ${found.errors}\n    ${wanted}\n    ${found.text}`);
}

const vowelsIn = (text: string): number => text.match(/[өү]/giu)?.length ?? 0;

const proseOf = (blocks: readonly TrueBlock[]): readonly string[] =>
  blocks.flatMap(({ kind, text }) => (proseKinds.has(kind) && text !== undefined ? [normalise(text)] : []));

function textOf({ blocks }: ReadPage): string {
  const parts: string[] = [];
  let run: Parameters<typeof joinLines>[0][number][] = [];
  const close = () => {
    if (run.length > 0) parts.push(joinLines(run).text);
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "line") run.push(block);
    else {
      close();
      parts.push(block.rows.map((row) => row.join(" ")).join(" "));
    }
  }
  close();
  return normalise(parts.join(" "));
}

/** Clean text damaged in every known way and repaired; and clean text of every kind, which must come back as it was. */
export async function measureCorruptions(): Promise<readonly EvalFigure[]> {
  const pages = await readLayer("synthetic/chrome.pdf");
  const figures = Object.entries(corruptions).map(([name, corrupt]): EvalFigure => {
    let [errors, letters] = [0, 0];
    for (const page of pages) {
      const damaged = { ...page, items: page.items.map((item) => ({ ...item, text: corrupt(item.text) })) };
      const repaired = repairPage(damaged).page;
      page.items.forEach((item, at) => {
        errors += distance(item.text, repaired.items[at]?.text ?? "");
        letters += item.text.length;
      });
    }
    return { name: `text.corrupted_${name}.cer`, value: errors / letters, mustReach: "≤ 0.005" };
  });
  const clean = [
    "mn_lshort.pdf",
    "mn_mongolian-babel.pdf",
    "ГЭР БҮЛИЙН ТУХАЙ.pdf",
    "synthetic/chrome.pdf",
    "synthetic/lo.pdf",
  ];
  let [falseRepairs, suspects, count] = [0, 0, 0];
  for (const file of clean) {
    for (const page of await readLayer(file)) {
      const { page: repaired, after } = repairPage(page);
      falseRepairs += page.items.filter((item, at) => item.text !== repaired.items[at]?.text).length;
      suspects += after.verdict === "suspect" ? 1 : 0;
      count += 1;
    }
  }
  return [
    ...figures,
    { name: "text.clean.false_repairs", value: falseRepairs, unit: "pieces", mustReach: "0" },
    { name: "text.clean.suspect_pages", value: suspects / count },
  ];
}

async function readLayer(file: string): Promise<RawPage[]> {
  const pdf = await createPdfReader().open(new Uint8Array(readFileSync(pdfFolder + file)));
  try {
    const pages: RawPage[] = [];
    for (let page = 1; page <= pdf.pageCount; page += 1) pages.push(await pdf.readPage(page));
    return pages;
  } finally {
    await pdf.close();
  }
}
