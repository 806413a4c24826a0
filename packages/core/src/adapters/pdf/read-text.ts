import { fileURLToPath } from "node:url";
import { getDocument, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { OutlineEntry, RawPage, TextItem } from "../../textbook/layout/page-text.ts";
import { PdfRefused } from "../../textbook/ports.ts";
import { readRules } from "./read-rules.ts";

/** Text of one page beyond this is no book page. */
const maxPageCharacters = 200_000;
const maxOutlineEntries = 2_000;
/** Signs of formulas, where lines drawn on the page (fraction bars, roots) carry meaning. */
const mathSigns = /[√=\u{1D400}-\u{1D7FF}]/u;

type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;

/** Opens a PDF for its text. @throws PdfRefused */
export async function openText(data: Uint8Array) {
  const assets = (folder: string) => fileURLToPath(import.meta.resolve(`pdfjs-dist/${folder}/`));
  const loading = getDocument({
    data,
    cMapUrl: assets("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: assets("standard_fonts"),
    wasmUrl: assets("wasm"),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 60e6,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]);
  const pdf = await fromFile(loading.promise);
  return {
    pageCount: pdf.numPages,
    readOutline: () => readOutline(pdf),
    readPage: (pdfPage: number) => fromFile(readPage(pdf, pdfPage)),
  };
}

/** Whatever pdf.js throws while parsing, the file's bytes made it throw. */
async function fromFile<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PdfRefused) throw error;
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new PdfRefused(isLocked ? "encrypted" : "damaged", { cause: error });
  }
}

async function readPage(pdf: PdfDocument, pdfPage: number): Promise<RawPage> {
  const page = await pdf.getPage(pdfPage);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const items: TextItem[] = [];
  let characters = 0;
  for (const item of content.items) {
    if (!("str" in item)) continue;
    characters += item.str.length;
    if (characters > maxPageCharacters) throw new PdfRefused("too-complex");
    const [a, b, c, d, x, y] = Util.transform(viewport.transform, item.transform) as number[];
    if (a === undefined || b === undefined || x === undefined || y === undefined) continue;
    // Turned text (axis names, watermarks) has no place in a line.
    if (Math.abs(b) > 0.2 * Math.abs(a)) continue;
    items.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c ?? 0, d ?? 0), font: item.fontName });
  }
  const hasMaths = items.some((item) => mathSigns.test(item.text));
  const rules = hasMaths ? await readRules(page, viewport.transform) : [];
  page.cleanup();
  return { pdfPage, width: viewport.width, height: viewport.height, items, rules };
}

/** A broken outline is no reason to refuse a book: its entries are passed over. */
async function readOutline(pdf: PdfDocument): Promise<OutlineEntry[]> {
  type Nodes = NonNullable<Awaited<ReturnType<PdfDocument["getOutline"]>>>;
  const entries: OutlineEntry[] = [];
  const walk = async (nodes: Nodes, level: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= maxOutlineEntries || level > 6) return;
      const pdfPage = await pageOf(pdf, node.dest);
      const title = node.title.normalize("NFC").replace(/\s+/g, " ").trim();
      if (pdfPage !== undefined && title !== "") entries.push({ level, title, pdfPage });
      await walk(node.items, level + 1);
    }
  };
  const nodes = await pdf.getOutline().catch(() => undefined);
  await walk(nodes ?? [], 1);
  return entries;
}

async function pageOf(pdf: PdfDocument, destination: string | unknown[] | null): Promise<number | undefined> {
  const explicit =
    typeof destination === "string" ? await pdf.getDestination(destination).catch(() => null) : destination;
  const target: unknown = explicit?.[0];
  if (typeof target === "number") return target + 1;
  if (typeof target !== "object" || target === null) return undefined;
  const index = await pdf.getPageIndex(target as Parameters<PdfDocument["getPageIndex"]>[0]).catch(() => undefined);
  return index === undefined ? undefined : index + 1;
}
