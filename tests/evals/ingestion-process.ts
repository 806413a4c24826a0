import { readFileSync } from "node:fs";
import { createOcr } from "../../packages/core/src/adapters/ocr.ts";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { silentLog } from "../../packages/core/src/kernel/index.ts";
import { inParallel } from "../../packages/core/src/textbook/ingesting/in-parallel.ts";
import { pagesPerRange } from "../../packages/core/src/textbook/ingesting/page-ranges.ts";
import { readPageText } from "../../packages/core/src/textbook/ingesting/read-page-text.ts";
import { pagesAtOnce } from "../../packages/core/src/textbook/ingesting/read-range.ts";
import { PdfRefused } from "../../packages/core/src/textbook/ports.ts";
import { type PageRecogniser, RecognitionFailed } from "../../packages/core/src/textbook/recognise/page-recogniser.ts";

/**
 * The process that `ingestion-speed.ts` measures: reads one PDF as ingestion does, its text layer, its images, or all of
 * it in steps; prints how it ended, and how much time and memory that took.
 */
interface Work {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly pageRecogniser: PageRecogniser;
}

/** Text layers are measured alone; recognising a page takes two seconds, whatever is around it. */
const noRecognition: PageRecogniser = {
  recognise: ({ pdfPage }) => Promise.reject(new RecognitionFailed(pdfPage)),
  close: () => Promise.resolve(),
};

interface Step {
  readonly pages: number;
  readonly blocks: number;
  readonly openCpuMs: number;
  readonly pageCount: number;
}

/** One step: opens the file and reads pages of it; memory is given back in between, as between two messages. */
async function readStep({ what, bytes, pageRecogniser }: Work, from: number, most: number): Promise<Step> {
  const start = process.cpuUsage();
  const pdf = await createPdfReader().open(bytes.slice());
  const openCpuMs = cpuSince(start);
  try {
    const numbers = Array.from({ length: Math.min(most, pdf.pageCount - from) }, (_unused, index) => from + index + 1);
    const read = await inParallel(numbers, pagesAtOnce, async (page) => {
      const blocks =
        what === "images" ? 1 : (await readPageText({ pageRecogniser, log: silentLog }, pdf, page)).page.blocks.length;
      if (what !== "text") await pdf.drawPage(page);
      return blocks;
    });
    const blocks = read.reduce((sum, count) => sum + count, 0);
    return { pages: numbers.length, blocks, openCpuMs, pageCount: pdf.pageCount };
  } finally {
    await pdf.close();
    await pageRecogniser.close();
  }
}

async function readAll(work: Work) {
  const sum = { pages: 0, blocks: 0, openCpuMs: 0 };
  const most = work.what === "both" ? pagesPerRange : Infinity;
  try {
    for (let pageCount = 1; sum.pages < pageCount;) {
      const step = await readStep(work, sum.pages, most);
      ({ pageCount } = step);
      sum.pages += step.pages;
      sum.blocks += step.blocks;
      sum.openCpuMs += step.openCpuMs;
    }
    return { ...sum, ended: sum.blocks === 0 ? "no-text" : "read" };
  } catch (error) {
    if (!(error instanceof PdfRefused)) throw error;
    return { ...sum, ended: error.reason };
  }
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The kernel's own mark begins anew with the program; `maxRSS` would count the measuring process, which this one was forked from. */
function peakMib(): number {
  const kib = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return Number(kib ?? process.resourceUsage().maxRSS) / 1024;
}

const [what = "both", file = ""] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const startMs = performance.now();
const startCpu = process.cpuUsage();
const read = await readAll({ what, bytes, pageRecogniser: what === "text" ? noRecognition : createOcr() });
const cpuMs = cpuSince(startCpu);
const ms = performance.now() - startMs;
console.log(JSON.stringify({ ...read, ms, cpuMs, peakMib: peakMib() }));
process.exit(0);
