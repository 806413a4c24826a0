import { deflateSync } from "node:zlib";

/** A grey picture of one byte a pixel, deflated. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly packed: Uint8Array;
  /** Rows begin with the number of their filter, as in PNG. */
  readonly isFiltered: boolean;
}

/** What stands on a page: lines of text as bytes of a one-byte font, or a picture that fills it, turned anticlockwise. */
export type PdfPage =
  | { readonly lines: readonly string[] }
  | { readonly picture: GreyPicture; readonly turnedDegrees?: number };

/** The picture in a PNG file, which PDFs hold in the same form. */
export function pictureOfPng(png: Uint8Array): GreyPicture {
  const bytes = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  // Bit depth 8, no colours, not interlaced.
  if (bytes[24] !== 8 || bytes[25] !== 0 || bytes[28] !== 0) throw new Error("the PNG is not plain grey");
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    packed: Buffer.concat(parts),
    isFiltered: true,
  };
}

const size = { width: 595, height: 842 };

/** The smallest PDF that shows these pages on A4. Letters of `lines` must be Latin-1; the font is said to be Windows-1252. */
export function buildPdf(pages: readonly PdfPage[]): Uint8Array<ArrayBuffer> {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const stream = (dictionary: string, packed: Uint8Array): Buffer => {
    const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
    return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]);
  };
  add("<</Type/Catalog/Pages 2 0 R>>");
  // Its children are known only at the end.
  const tree = add("");
  const font = add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  const kids = pages.map((page) => {
    const picture = "picture" in page ? add(stream(pictureFacts(page.picture), page.picture.packed)) : undefined;
    const operators = "lines" in page ? textOperators(page.lines) : pictureOperators(page.turnedDegrees ?? 0);
    const drawn = add(stream("", deflateSync(Buffer.from(operators, "latin1"))));
    const resources = picture === undefined ? `/Font<</F ${font} 0 R>>` : `/XObject<</P ${picture} 0 R>>`;
    const box = `[0 0 ${size.width} ${size.height}]`;
    return add(`<</Type/Page/Parent ${tree} 0 R/MediaBox ${box}/Contents ${drawn} 0 R/Resources<<${resources}>>>>`);
  });
  objects[tree - 1] = Buffer.from(
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`,
  );
  return assemble(objects);
}

function pictureFacts({ width, height, isFiltered }: GreyPicture): string {
  const filters = isFiltered ? `/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 8/Columns ${width}>>` : "";
  return `/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width ${width}/Height ${height}${filters}`;
}

/** Turned about the page's middle. */
function pictureOperators(degrees: number): string {
  const { width, height } = size;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y] = [(width - cos * width + sin * height) / 2, (height - sin * width - cos * height) / 2];
  const matrix = [cos * width, sin * width, -sin * height, cos * height, x, y].map((value) => value.toFixed(4));
  return `q ${matrix.join(" ")} cm /P Do Q`;
}

function textOperators(lines: readonly string[]): string {
  const escaped = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`);
  return `BT /F 11 Tf 15 TL 60 ${size.height - 80} Td ${escaped.join("\n")} ET`;
}

function assemble(objects: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const starts: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, body] of objects.entries()) {
    starts.push(length);
    push(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]));
  }
  const rows = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  push(Buffer.from(`${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}
