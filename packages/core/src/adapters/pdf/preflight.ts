import { constants, inflateSync } from "node:zlib";
import { PdfRefused } from "../../textbook/ports.ts";

const mebibyte = 1024 * 1024;

/** Bounds of what is parsed at all. A 7 KB file can drive a PDF parser past 2.5 GB of memory. */
const limits = {
  fileBytes: 80 * mebibyte,
  streamBytes: 64 * mebibyte,
  totalBytes: 512 * mebibyte,
  imagePixels: 60e6,
};

/**
 * Looks at the raw bytes before any parser does: signature, size, end of file, what every compressed stream swells to,
 * sizes of images, filters stacked on filters. Linear in the file; knows nothing of the PDF's structure.
 * @throws PdfRefused
 */
export function preflight(bytes: Buffer): void {
  if (bytes.length > limits.fileBytes) throw new PdfRefused("too-large");
  if (bytes.subarray(0, 1024).indexOf("%PDF-") < 0) throw new PdfRefused("not-a-pdf");
  // A download that broke off lacks its end; parsers would quietly show the first half of the book.
  if (bytes.subarray(-2048).lastIndexOf("startxref") < 0) throw new PdfRefused("damaged");

  let inflated = 0;
  for (const { dictionary, body } of streamsOf(bytes)) {
    const width = Number(/\/Width\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
    const height = Number(/\/Height\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
    if (width * height > limits.imagePixels) throw new PdfRefused("too-complex");
    const flates = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (flates > 1) throw new PdfRefused("too-complex");
    // Streams inside other filters can't be measured here; the reader's memory watchdog bounds them.
    if (flates === 1 && !/\/(?:LZWDecode|RunLengthDecode|ASCII85Decode|ASCIIHexDecode|Crypt)\b/.test(dictionary)) {
      inflated += inflatedSize(body, Math.min(limits.streamBytes, limits.totalBytes - inflated));
    }
  }
}

/** Every `stream … endstream` with the text of the dictionary before it. */
function* streamsOf(bytes: Buffer): Iterable<{ dictionary: string; body: Buffer }> {
  let position = 0;
  for (;;) {
    const keyword = bytes.indexOf("stream", position);
    if (keyword < 0) return;
    position = keyword + 6;
    if (bytes.subarray(keyword - 3, keyword).toString("latin1") === "end") continue;
    let start = position;
    if (bytes[start] === 13) start += 1;
    if (bytes[start] === 10) start += 1;
    else if (bytes[position] !== 13) continue;
    // Only near by: looking back through the whole file for each of a million words "stream" would take hours.
    const before = bytes.subarray(Math.max(keyword - 4000, 0), keyword);
    const dictionary = before.subarray(Math.max(before.lastIndexOf(" obj"), 0)).toString("latin1");
    const found = bytes.indexOf("endstream", start);
    const end = found < 0 ? bytes.length : found;
    yield { dictionary, body: bytes.subarray(start, end) };
    position = end;
  }
}

/** Size after inflating; a stream that is no zlib data at all (encrypted, mislabelled) counts nothing. */
function inflatedSize(body: Buffer, limit: number): number {
  try {
    return inflateSync(body, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE")
      throw new PdfRefused("too-complex", { cause: error });
    return 0;
  }
}
