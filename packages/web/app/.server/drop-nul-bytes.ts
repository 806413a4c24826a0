import { Transform } from "node:stream";

/**
 * Takes NUL bytes out of a page. React 18 writes its pages in pieces of 2,048 bytes, and where a letter of two bytes does
 * not fit at the end of one, a zero is left there, which a browser shows as «�»: on nearly every page in Cyrillic.
 * (facebook/react#26228, mended in 19.) HTML never holds a NUL, so none is lost.
 */
export function dropNulBytes(): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      done(null, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
    },
  });
}
