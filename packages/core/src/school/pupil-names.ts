import { DomainError } from "../kernel/index.ts";
import { maxNamesAtOnce } from "./schema.ts";

export interface PupilName {
  readonly givenName: string;
  /** Father's or mother's name, possibly an initial; empty where none was given. */
  readonly familyName: string;
}

const numbering = /^\s*\d{1,3}\s*[.):\t]\s*|^\s*\d{1,3}\s+/;
const readable = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ.\-\s]*$/u;
const maxLength = 80;

/**
 * Reads a pasted class list, one pupil a line, family name first as registers write it: «Батбаяр Болд», «Б.Болд», «Болд Б.»,
 * «Болд». Numbering and empty lines are forgiven, and a name that comes twice is one pupil.
 *
 * Throws `invalid`: `school.no-names`, `school.too-many-names` (`limit`), `school.name-unreadable` (`line`, 1-based).
 */
export function readPupilNames(pasted: string): PupilName[] {
  const names: PupilName[] = [];
  const seen = new Set<string>();
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
      throw new DomainError("invalid", "school.name-unreadable", { line: index + 1 });
    }
    const name = readName(line);
    if (seen.has(nameKey(name))) continue;
    seen.add(nameKey(name));
    names.push(name);
  }
  if (names.length === 0) throw new DomainError("invalid", "school.no-names");
  if (names.length > maxNamesAtOnce) {
    throw new DomainError("invalid", "school.too-many-names", { limit: maxNamesAtOnce });
  }
  return names;
}

/** Names that differ in case, spaces or dots only are the same. */
export function nameKey({ givenName, familyName }: PupilName): string {
  return `${familyName}|${givenName}`.toLowerCase().replace(/[\s.]/g, "");
}

function readName(line: string): PupilName {
  const words = line
    .replace(/\s(овогтой|овогт)\s/iu, " ")
    // «Б.Болд» is two words.
    .replace(/\.(?=\S)/g, ". ")
    .split(" ");
  const last = words.at(-1) ?? "";
  if (words.length === 1) return { givenName: capitalised(last), familyName: "" };
  if (isInitial(last)) return name(words.slice(0, -1), [last]);
  return name([last], words.slice(0, -1));
}

const isInitial = (word: string) => /^\p{L}\.$/u.test(word);

const name = (given: readonly string[], family: readonly string[]): PupilName => ({
  givenName: given.map(capitalised).join(" "),
  familyName: family.map((word) => capitalised(word.replace(/\.$/, ""))).join(" "),
});

/** «БОЛД» and «болд» become «Болд», «БАТ-ЭРДЭНЭ» «Бат-Эрдэнэ»; a name typed with care stays as it is. */
function capitalised(word: string): string {
  const careless = word === word.toUpperCase() || word === word.toLowerCase();
  if (!careless) return word;
  return word.toLowerCase().replace(/(^|-)\p{L}/gu, (start) => start.toUpperCase());
}
