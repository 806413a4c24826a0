import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import type { PageImages } from "../../textbook/ports.ts";
import { PdfRefused } from "../../textbook/ports.ts";
import type { PageImage } from "../../textbook/recognise/page-recogniser.ts";
import { inkBelow } from "../../textbook/recognise/raster.ts";

// Pages come one after the other and never again: caches and a thread for each core only hold memory.
sharp.cache(false);
sharp.concurrency(1);

const imageWidth = 1_200;
const imageHeight = 2_400;
const thumbnailWidth = 360;
/** Sharp enough to recognise print of 9 points; more takes longer and reads no better. */
const scanDpi = 200;
/** Larger sheets are drawn more coarsely: a strip of paper a kilometre long must not become a bitmap of gigabytes. */
const scanPixels = 12_000_000;

/** Draws pages of one PDF. PDFium is loaded at the first drawing only. Both functions throw `PdfRefused`. */
export function createPageDrawer(bytes: Uint8Array): {
  drawPage(pdfPage: number): Promise<PageImages>;
  scanPage(pdfPage: number): Promise<PageImage | undefined>;
} {
  let opening: Promise<PDFiumDocument> | undefined;
  const draw = async (
    pdfPage: number,
    colorSpace: "BGRA" | "Gray",
    scaleOf: (width: number, height: number) => number,
  ) => {
    opening ??= PDFiumLibrary.init().then((library) => library.loadDocument(bytes));
    return opening
      .then(async (document) => {
        const page = document.getPage(pdfPage - 1);
        const { originalWidth, originalHeight } = page.getOriginalSize();
        const scale = scaleOf(originalWidth, originalHeight);
        return { ...(await page.render({ scale, render: "bitmap", colorSpace })), scale };
      })
      .catch((error: unknown) => {
        throw new PdfRefused("damaged", { cause: error });
      });
  };
  return {
    drawPage: async (pdfPage) =>
      encode(await draw(pdfPage, "BGRA", (width, height) => Math.min(imageWidth / width, imageHeight / height))),
    scanPage: async (pdfPage) => {
      const { data, width, height, scale } = await draw(pdfPage, "Gray", (pageWidth, pageHeight) =>
        Math.min(scanDpi / 72, Math.sqrt(scanPixels / (pageWidth * pageHeight))),
      );
      if (!data.some((pixel) => pixel < inkBelow)) return undefined;
      const png = sharp(data, { raw: { width, height, channels: 1 } })
        .toColourspace("b-w")
        .png({ compressionLevel: 1 });
      return { pdfPage, image: new Uint8Array(await png.toBuffer()), dpi: Math.round(scale * 72) };
    },
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
