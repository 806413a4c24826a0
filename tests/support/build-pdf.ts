import { deflateSync } from "node:zlib";

/** What stands on a page: lines of text as bytes of a one-byte font, or a grey picture that fills the page. */
export type PdfPage =
  | { readonly lines: readonly string[] }
  | { readonly picture: { readonly data: Uint8Array; readonly width: number; readonly height: number } };

const size = { width: 595, height: 842 };

/** The smallest PDF that shows these pages on A4. Letters of `lines` must be Latin-1; the font is said to be Windows-1252. */
export function buildPdf(pages: readonly PdfPage[]): Uint8Array<ArrayBuffer> {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const stream = (dictionary: string, data: Uint8Array): Buffer => {
    const packed = deflateSync(data);
    const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
    return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]);
  };
  add("<</Type/Catalog/Pages 2 0 R>>");
  // Its children are known only at the end.
  const tree = add("");
  const font = add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  const kids = pages.map((page) => {
    const picture = "picture" in page ? add(stream(pictureFacts(page.picture), page.picture.data)) : undefined;
    const drawn = add(stream("", Buffer.from("lines" in page ? textOperators(page.lines) : pictureOperators, "latin1")));
    const resources = picture === undefined ? `/Font<</F ${font} 0 R>>` : `/XObject<</P ${picture} 0 R>>`;
    const box = `[0 0 ${size.width} ${size.height}]`;
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox ${box}/Contents ${drawn} 0 R/Resources<<${resources}>>>>`,
    );
  });
  objects[tree - 1] = Buffer.from(
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`,
  );
  return assemble(objects);
}

const pictureFacts = ({ width, height }: { width: number; height: number }) =>
  `/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width ${width}/Height ${height}`;
const pictureOperators = `q ${size.width} 0 0 ${size.height} 0 0 cm /P Do Q`;

function textOperators(lines: readonly string[]): string {
  const escaped = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`);
  return `BT /F 11 Tf 15 TL 60 ${size.height - 80} Td ${escaped.join("\n")} ET`;
}

function assemble(objects: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const parts = [Buffer.from("%PDF-1.4\n")];
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
