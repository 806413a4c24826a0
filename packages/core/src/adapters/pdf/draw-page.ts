import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import type { PageImages } from "../../textbook/ports.ts";
import { PdfRefused } from "../../textbook/ports.ts";

// Pages come one after the other and never again: caches and a thread for each core only hold memory.
sharp.cache(false);
sharp.concurrency(1);

const imageWidth = 1_200;
const imageHeight = 2_400;
const thumbnailWidth = 360;

/** Draws pages of one PDF as WebP. PDFium is loaded at the first drawing only. */
export function createPageDrawer(bytes: Uint8Array): (pdfPage: number) => Promise<PageImages> {
  let opening: Promise<Awaited<ReturnType<PDFiumLibrary["loadDocument"]>>> | undefined;
  return async (pdfPage) => {
    opening ??= PDFiumLibrary.init().then((library) => library.loadDocument(bytes));
    const bitmap = await opening
      .then((document) => {
        const page = document.getPage(pdfPage - 1);
        const { originalWidth, originalHeight } = page.getOriginalSize();
        // A strip of paper a kilometre long must not become a bitmap of gigabytes.
        const scale = Math.min(imageWidth / originalWidth, imageHeight / originalHeight);
        return page.render({ scale, render: "bitmap" });
      })
      .catch((error: unknown) => {
        throw new PdfRefused("damaged", { cause: error });
      });
    return encode(bitmap);
  };
}

async function encode(bitmap: { data: Uint8Array; width: number; height: number }): Promise<PageImages> {
  const { width, height } = bitmap;
  const drawn = sharp(bitmap.data, { raw: { width, height, channels: 4 } }).removeAlpha();
  // Small type must stay readable: a soft quality shows rings around letters below 70.
  const [image, thumbnail] = await Promise.all([
    drawn.clone().webp({ quality: 72, effort: 2 }).toBuffer(),
    drawn.clone().resize({ width: thumbnailWidth }).webp({ quality: 70, effort: 2 }).toBuffer(),
  ]);
  return { image, thumbnail, width, height };
}
