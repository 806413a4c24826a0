import { createRequire } from "node:module";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page, PSM, Worker } from "tesseract.js";
import { cropRaster } from "../textbook/recognise/crop-raster.ts";
import type { EngineLine, EngineWord } from "../textbook/recognise/engine-line.ts";
import {
  type PageImage,
  type PageRecogniser,
  RecognitionFailed,
  type RecognisedPage,
} from "../textbook/recognise/page-recogniser.ts";
import { type PreparedPage, preparePage } from "../textbook/recognise/prepare-page.ts";
import type { Raster } from "../textbook/recognise/raster.ts";
import { readEngineLines } from "../textbook/recognise/read-engine-lines.ts";
import { chooseReading, findDoubtfulWords } from "../textbook/recognise/second-look.ts";
import { findUnreadEdges } from "../textbook/recognise/unread-edges.ts";

/** A3 at 200 dpi is 8 million pixels; the engine needs about 10 bytes for each. */
const mostPixels = 16_000_000;
/** The engine's memory grows with every page; a fresh worker after this many keeps the process under 300 MB. */
const pagesPerWorker = 40;

interface OcrOptions {
  /** Languages of the engine; two together read mixed pages and formulas' Latin letters, and cost a quarter more time. */
  readonly languages?: readonly ("mon" | "eng")[];
  /** A page that takes longer is given up (and the worker with it). A page of text takes two seconds. */
  readonly timeoutMs?: number;
}

/**
 * Character recognition by tesseract.js with the language data of node_modules; nothing is downloaded or cached.
 * One worker thread serves all calls one after another; it starts with the first and ends with `close`. The engine's code,
 * too, is loaded at the first page: most books need none of it.
 */
export function createOcr({ languages = ["mon", "eng"], timeoutMs = 30_000 }: OcrOptions = {}): PageRecogniser {
  let engine: Promise<Engine> | undefined;
  let pages = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const close = async () => {
    const old = engine;
    engine = undefined;
    pages = 0;
    await old?.then((started) => started.close()).catch(() => undefined);
  };
  const recogniseNow = async (input: PageImage): Promise<RecognisedPage> => {
    if (pages >= pagesPerWorker) await close();
    pages += 1;
    const prepared = await readPicture(input);
    engine ??= startEngine(languages);
    try {
      const lines = await withTimeout(
        engine.then((started) => started.read(prepared)),
        timeoutMs,
      );
      return readEngineLines(lines, prepared, input);
    } catch (cause) {
      await close();
      throw new RecognitionFailed(input.pdfPage, { cause });
    }
  };
  return {
    recognise: (input) => {
      const result = queue.then(() => recogniseNow(input));
      queue = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      await queue;
      await close();
    },
  };
}

async function readPicture({ image, dpi, pdfPage }: PageImage): Promise<PreparedPage> {
  const { default: sharp } = await import("sharp");
  const picture = await sharp(image, { limitInputPixels: mostPixels })
    .flatten({ background: "#fff" })
    .greyscale()
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new RecognitionFailed(pdfPage, { cause });
    });
  const { width, height } = picture.info;
  return preparePage({ data: new Uint8Array(picture.data), width, height }, dpi);
}

interface Engine {
  read(page: PreparedPage): Promise<readonly EngineLine[]>;
  close(): Promise<void>;
}

async function startEngine(languages: readonly string[]): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), "ocr-"));
  try {
    const require = createRequire(import.meta.url);
    // The engine takes one folder for all languages; the packages have one each.
    for (const language of languages) {
      const data = join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), "4.0.0_best_int");
      await cp(join(data, `${language}.traineddata.gz`), join(folder, `${language}.traineddata.gz`));
    }
    const { createWorker } = await import("tesseract.js");
    const worker = await createWorker([...languages], 1, {
      langPath: folder,
      cacheMethod: "none",
      gzip: true,
      // Without a handler a failed job is thrown again outside of any promise.
      errorHandler: () => undefined,
    });
    const open = whileOpen(worker);
    return { read: (page) => readPage(open.worker, page, languages), close: open.close };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type OpenWorker = Pick<Worker, "recognize" | "setParameters" | "reinitialize">;

/** A job sent after the end would be rejected outside of any promise: one that was given up meanwhile must not go on. */
function whileOpen(worker: Worker): { readonly worker: OpenWorker; close(): Promise<void> } {
  let isOpen = true;
  const sent = <T>(send: () => Promise<T>): Promise<T> =>
    isOpen ? send() : Promise.reject(new Error("the engine has ended"));
  return {
    worker: {
      recognize: (...input) => sent(() => worker.recognize(...input)),
      setParameters: (...input) => sent(() => worker.setParameters(...input)),
      reinitialize: (...input) => sent(() => worker.reinitialize(...input)),
    },
    close: async () => {
      isOpen = false;
      await worker.terminate();
    },
  };
}

/** Page segmentation, in tesseract's own numbers (its enum has no value at run time). */
const columnsAndBlocks = "3" as PSM;
/** Rows over the page's full width. */
const oneBlock = "6" as PSM;
const singleLine = "7" as PSM;
/** A page with so many dot leaders is one of contents. */
const fewestLeaders = 3;

async function readPage(
  worker: OpenWorker,
  page: PreparedPage,
  languages: readonly string[],
): Promise<readonly EngineLine[]> {
  // In printed contents the page numbers stand far from their titles: taken for a column, they are read from top to bottom.
  const segmentation = page.leaders.length >= fewestLeaders ? oneBlock : columnsAndBlocks;
  await worker.setParameters({ user_defined_dpi: String(page.dpi), tessedit_pageseg_mode: segmentation });
  const found = linesOf(await readRaster(worker, page.raster));
  const lines = [...found, ...(await readPageNumbers(worker, page, found))];
  return languages.length > 1 && languages.includes("mon") ? lookAgain(worker, page, languages, lines) : lines;
}

/** Lone figures at the page's edges, which the engine overlooks on a whole page. */
async function readPageNumbers(
  worker: OpenWorker,
  { raster, dpi }: PreparedPage,
  lines: readonly EngineLine[],
): Promise<readonly EngineLine[]> {
  const numbers: EngineLine[] = [];
  for (const area of findUnreadEdges(raster, lines, dpi).slice(0, 3)) {
    await worker.setParameters({ tessedit_pageseg_mode: singleLine });
    const words = linesOf(await readRaster(worker, cropRaster(raster, area, Math.round(dpi / 20)))).flatMap(
      (line) => line.words,
    );
    const text = words.map((word) => word.text).join(" ");
    if (!/^[-–—\s]*\d{1,3}[-–—\s]*$/u.test(text)) continue;
    const confidence = Math.min(...words.map((word) => word.confidence));
    numbers.push({ baseline: area.bottom, words: [{ ...area, text, confidence }] });
  }
  return numbers;
}

async function lookAgain(
  worker: OpenWorker,
  { raster, dpi }: PreparedPage,
  languages: readonly string[],
  lines: readonly EngineLine[],
): Promise<readonly EngineLine[]> {
  const doubtful = findDoubtfulWords(lines);
  if (doubtful.length === 0) return lines;
  await worker.reinitialize("mon");
  try {
    await worker.setParameters({ user_defined_dpi: String(dpi), tessedit_pageseg_mode: singleLine });
    const chosen = new Map<EngineWord, EngineWord>();
    for (const { line, word } of doubtful) {
      const first = lines[line]?.words[word];
      if (!first) continue;
      const again = linesOf(await readRaster(worker, cropRaster(raster, first, Math.round(dpi / 20)))).flatMap(
        ({ words }) => words,
      );
      const confidence = Math.min(100, ...again.map((part) => part.confidence));
      chosen.set(first, chooseReading(first, { text: again.map(({ text }) => text).join(" "), confidence }));
    }
    return lines.map((line) => ({ ...line, words: line.words.map((word) => chosen.get(word) ?? word) }));
  } finally {
    await worker.reinitialize(languages.join("+"));
  }
}

async function readRaster(worker: OpenWorker, { data, width, height }: Raster): Promise<Page> {
  const { default: sharp } = await import("sharp");
  const png = await sharp(data, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return (await worker.recognize(png, {}, { text: false, blocks: true })).data;
}

function linesOf(page: Page): EngineLine[] {
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.map(({ baseline, words }) => ({
    baseline: (baseline.y0 + baseline.y1) / 2,
    words: words.map(({ text, confidence, bbox }) => ({
      text,
      confidence,
      x: bbox.x0,
      x1: bbox.x1,
      top: bbox.y0,
      bottom: bbox.y1,
    })),
  }));
}

async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no result after ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
