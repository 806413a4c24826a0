import { createHash } from "node:crypto";
import { idPrefixes, type PassageId, type TextbookId } from "../../kernel/index.ts";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Id of a passage, the same whenever the same book is read again: a repeated message then replaces passages instead of
 * doubling them, and citations in old answers stay true. Shaped like every other id (a ULID), made from a hash.
 */
export function passageId(at: { textbookId: TextbookId; edition: number; pdfPage: number; order: number }): PassageId {
  return passageIdFrom([at.textbookId, at.edition, at.pdfPage, at.order].join("/"));
}

/** The same id for the same seed, always. */
export function passageIdFrom(seed: string): PassageId {
  let value = BigInt(`0x${createHash("sha256").update(seed).digest("hex").slice(0, 32)}`);
  let letters = "";
  for (let index = 0; index < 26; index += 1) {
    letters = `${crockford[Number(value & 31n)]}${letters}`;
    value >>= 5n;
  }
  return `${idPrefixes.passage}_${letters}` as PassageId;
}
