import { readFileSync } from "node:fs";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";

/** Every page of a PDF as a greyscale PNG. */
export async function drawPages(file: string, dpi: number): Promise<Uint8Array[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(new Uint8Array(readFileSync(file)));
    const images: Uint8Array[] = [];
    for (const page of document.pages()) {
      const drawn = await page.render({ scale: dpi / 72, render: "bitmap", colorSpace: "Gray" });
      const raw = { width: drawn.width, height: drawn.height, channels: 1 as const };
      images.push(new Uint8Array(await sharp(drawn.data, { raw }).png({ compressionLevel: 2 }).toBuffer()));
    }
    document.destroy();
    return images;
  } finally {
    library.destroy();
  }
}
