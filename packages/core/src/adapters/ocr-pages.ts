import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import type { PageImage } from "../textbook/recognise/page-recogniser.ts";

/** Sharp enough for print of 9 points; more takes longer and reads no better. */
const printDpi = 200;
/** Larger sheets are drawn more coarsely: a strip of paper a kilometre long must not become a bitmap of gigabytes. */
const mostPixels = 12_000_000;

/** Draws pages of a PDF for recognition. Belongs in the thread that opens PDFs: a hostile file may take any time. */
export async function openOcrPages(
  bytes: Uint8Array,
): Promise<{ readonly pageCount: number; draw(pdfPage: number): Promise<PageImage>; close(): void }> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  return {
    pageCount: document.getPageCount(),
    draw: async (pdfPage) => {
      const page = document.getPage(pdfPage - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scale = Math.min(printDpi / 72, Math.sqrt(mostPixels / (originalWidth * originalHeight)));
      const { data, width, height } = await page.render({ scale, render: "bitmap", colorSpace: "Gray" });
      const image = await sharp(data, { raw: { width, height, channels: 1 } })
        .png({ compressionLevel: 1 })
        .toBuffer();
      return { pdfPage, image: new Uint8Array(image), dpi: Math.round(scale * 72) };
    },
    close: () => {
      document.destroy();
      library.destroy();
    },
  };
}
