/** What a pasted list holds, line by line. */
export interface NameList {
  /** Each name once, as typed, without its numbering. */
  readonly names: readonly string[];
  /** Names that come more than once. */
  readonly repeated: readonly string[];
  /** 1-based numbers of the lines that aren't names. */
  readonly unreadable: readonly number[];
}

const numbering = /^\s*\d{1,3}\s*[.):\t]\s*|^\s*\d{1,3}\s+/;
const readable = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.\-\s]*$/u;
const maxLength = 80;

/** Names that differ in case, spaces or dots only are the same. */
export const sameNameKey = (name: string) => name.toLowerCase().replace(/[\s.]/g, "");

/**
 * A look at a pasted class list while it is typed: the school slice reads it the same way when it is sent, and its word counts
 * (a test holds the two together).
 */
export function readNames(pasted: string): NameList {
  const seen = new Map<string, string>();
  const repeated = new Map<string, string>();
  const unreadable: number[] = [];
  for (const [index, raw] of pasted
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw
      .replace(numbering, "")
      .replace(/[\s,;]+/g, " ")
      .trim();
    if (line === "") continue;
    if (line.length > maxLength || !readable.test(line)) {
      unreadable.push(index + 1);
      continue;
    }
    const key = sameNameKey(line);
    if (seen.has(key)) repeated.set(key, line);
    else seen.set(key, line);
  }
  return { names: [...seen.values()], repeated: [...repeated.values()], unreadable };
}
