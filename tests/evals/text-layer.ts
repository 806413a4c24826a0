import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createOcr } from "../../packages/core/src/adapters/ocr.ts";
import { openOcrPages } from "../../packages/core/src/adapters/ocr-pages.ts";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { composePage } from "../../packages/core/src/textbook/layout/compose-page.ts";
import { joinLines } from "../../packages/core/src/textbook/layout/join-lines.ts";
import type { RawPage } from "../../packages/core/src/textbook/layout/page-text.ts";
import { repairPage } from "../../packages/core/src/textbook/repair/repair-page.ts";
import { corruptions } from "./text-layer-corruptions.ts";
import { bestMatch, distance, normalise } from "./text-layer-distance.ts";

/**
 * Measures the text that ingestion gets out of damaged and scanned PDFs, in character errors against the true text.
 * `node tests/evals/text-layer.ts [--json] [--show] [--scan]` (`--show` prints what differs, `--scan` measures the scan alone)
 */
const folder = fileURLToPath(new URL("../../../shared/eval/pdf/", import.meta.url));

interface Block {
  readonly kind: string;
  readonly text?: string;
  readonly rows?: readonly (readonly string[])[];
}
interface Truth {
  readonly pages: readonly { readonly pdfPage: number; readonly kind: string; readonly blocks: readonly Block[] }[];
}

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly mustReach?: string;
}

/** Running text; formulas and tables are measured apart, where recognition can't be expected to read them. */
const proseKinds = new Set(["p", "li", "h1", "h2", "cap"]);
const show = process.argv.includes("--show");

function textOf(page: RawPage): string {
  const lines = composePage(page).blocks;
  const parts: string[] = [];
  let run: Parameters<typeof joinLines>[0][number][] = [];
  const close = () => {
    if (run.length > 0) parts.push(joinLines(run).text);
    run = [];
  };
  for (const block of lines) {
    if (block.kind === "line") run.push(block);
    else {
      close();
      parts.push(block.rows.map((row) => row.join(" ")).join(" "));
    }
  }
  close();
  return normalise(parts.join(" "));
}

/** Errors of the page's true blocks, each sought where it fits best: reading order is the layout's figure, not this one's. */
function blockErrors(
  text: string,
  blocks: readonly Block[],
  kinds: ReadonlySet<string>,
): { errors: number; letters: number } {
  let [errors, letters] = [0, 0];
  for (const block of blocks) {
    if (!kinds.has(block.kind) || block.text === undefined) continue;
    const wanted = normalise(block.text);
    const found = bestMatch(wanted, text);
    errors += found.errors;
    letters += wanted.length;
    if (show && found.errors > 0) console.log(`  ${found.errors}\n    ${wanted}\n    ${found.text}`);
  }
  return { errors, letters };
}

async function readAll(file: string): Promise<RawPage[]> {
  const pdf = await createPdfReader().open(new Uint8Array(readFileSync(file)));
  try {
    const pages: RawPage[] = [];
    for (let page = 1; page <= pdf.pageCount; page += 1) pages.push(await pdf.readPage(page));
    return pages;
  } finally {
    await pdf.close();
  }
}

async function measureLegacy(truth: Truth): Promise<Figure[]> {
  const pages = await readAll(`${folder}synthetic/legacy_chrome.pdf`);
  let [errors, letters, raw] = [0, 0, 0];
  for (const { pdfPage, blocks } of truth.pages) {
    const page = pages[pdfPage - 1];
    if (!page) continue;
    const found = blockErrors(textOf(repairPage(page).page), blocks, proseKinds);
    errors += found.errors;
    letters += found.letters;
    raw += show ? 0 : blockErrors(textOf(page), blocks, proseKinds).errors;
  }
  return [
    { name: "text.legacy_chrome.cer", value: errors / letters, mustReach: "≤ 0.005" },
    { name: "text.legacy_chrome.cer_before", value: raw / letters },
  ];
}

async function measureScan(truth: Truth): Promise<Figure[]> {
  const drawn = await openOcrPages(new Uint8Array(readFileSync(`${folder}synthetic/scanned_chrome.pdf`)));
  const ocr = createOcr();
  const total = { prose: { errors: 0, letters: 0 }, words: { errors: 0, letters: 0 }, pageMs: 0 };
  let contents = 0;
  try {
    await ocr.recognise(await drawn.draw(1));
    for (const { pdfPage, blocks } of truth.pages) {
      const image = await drawn.draw(pdfPage);
      const started = performance.now();
      const { page } = await ocr.recognise(image);
      total.pageMs += performance.now() - started;
      const text = textOf(page);
      if (pdfPage === 1) contents = text.match(/\.{3,}[ .]*\d+/g)?.length ?? 0;
      const prose = blockErrors(text, blocks, proseKinds);
      const plain = blocks.filter((block) => !/[=√²]/.test(block.text ?? ""));
      const words = blockErrors(text, plain, proseKinds);
      for (const [sum, part] of [
        [total.prose, prose],
        [total.words, words],
      ] as const) {
        sum.errors += part.errors;
        sum.letters += part.letters;
      }
    }
  } finally {
    await ocr.close();
    drawn.close();
  }
  return [
    { name: "text.scanned_chrome.cer", value: total.prose.errors / total.prose.letters, mustReach: "≤ 0.02" },
    { name: "text.scanned_chrome.cer_without_maths", value: total.words.errors / total.words.letters },
    { name: "text.scanned_chrome.contents_lines", value: contents },
    { name: "text.scanned_chrome.ms_per_page", value: total.pageMs / truth.pages.length },
  ];
}

/** Clean text damaged in every known way and repaired; and clean text of every kind, which must come back as it was. */
async function measureCorruptions(): Promise<Figure[]> {
  const pages = await readAll(`${folder}synthetic/chrome.pdf`);
  const figures = Object.entries(corruptions).map(([name, corrupt]): Figure => {
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
  const files = [
    "mn_lshort.pdf",
    "mn_mongolian-babel.pdf",
    "ГЭР БҮЛИЙН ТУХАЙ.pdf",
    "synthetic/chrome.pdf",
    "synthetic/lo.pdf",
  ];
  let falseRepairs = 0;
  for (const file of files) {
    for (const page of await readAll(folder + file)) {
      const { page: after } = repairPage(page);
      falseRepairs += page.items.filter((item, at) => item.text !== after.items[at]?.text).length;
    }
  }
  return [...figures, { name: "text.clean.false_repairs", value: falseRepairs, mustReach: "0" }];
}

if (!existsSync(`${folder}synthetic/truth.json`)) {
  console.log("skipped: no evaluation data beside this repository");
} else {
  const truth = JSON.parse(readFileSync(`${folder}synthetic/truth.json`, "utf8")) as Truth;
  const textLayers = process.argv.includes("--scan")
    ? []
    : [...(await measureLegacy(truth)), ...(await measureCorruptions())];
  const figures = [...textLayers, ...(await measureScan(truth))];
  if (process.argv.includes("--json"))
    console.log(JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, value]))));
  else
    for (const { name, value, mustReach } of figures)
      console.log(name.padEnd(44), value.toFixed(4).padStart(12), mustReach ?? "");
}
