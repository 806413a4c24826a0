import { createRequire } from "node:module";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { createWorker, type Page, type Worker } from "tesseract.js";
import type { EngineLine } from "../textbook/recognise/engine-line.ts";
import { type PageImage, type PageRecogniser, RecognitionFailed, type RecognisedPage } from "../textbook/recognise/page-recogniser.ts";
import { type PreparedPage, preparePage } from "../textbook/recognise/prepare-page.ts";
import { readEngineLines } from "../textbook/recognise/read-engine-lines.ts";

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
 * One worker thread serves all calls one after another; it starts with the first and ends with `close`.
 */
export function createOcr({ languages = ["mon", "eng"], timeoutMs = 60_000 }: OcrOptions = {}): PageRecogniser {
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
      const lines = await withTimeout(engine.then((started) => started.read(prepared)), timeoutMs);
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
    const worker = await createWorker([...languages], 1, {
      langPath: folder,
      cacheMethod: "none",
      gzip: true,
      // Without a handler a failed job is thrown again outside of any promise.
      errorHandler: () => undefined,
    });
    return { read: (page) => readPage(worker, page), close: async () => void (await worker.terminate()) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readPage(worker: Worker, { raster, dpi }: PreparedPage): Promise<readonly EngineLine[]> {
  const { data, width, height } = raster;
  const png = await sharp(data, { raw: { width, height, channels: 1 } }).png({ compressionLevel: 1 }).toBuffer();
  await worker.setParameters({ user_defined_dpi: String(dpi) });
  const result = await worker.recognize(png, {}, { text: false, blocks: true });
  return linesOf(result.data);
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
