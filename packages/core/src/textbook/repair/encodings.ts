/** One way in which the text of a font was stored wrongly: which stored sign stands for which letter. */
export interface Encoding {
  readonly name: "cp1251" | "t2a" | "glyph-shift";
  readonly letters: ReadonlyMap<string, string>;
  /**
   * Undoes what happened to the bytes before they became characters; may change the length. `before` and `after` are the
   * texts on either side in the same word.
   */
  readonly expand: (text: string, before?: string, after?: string) => string;
}

/** А…я at 0xC0…0xFF: Windows-1251 and LaTeX's T2A agree. */
const basic: readonly (readonly [number, string])[] = Array.from({ length: 64 }, (_, at) => [
  0xc0 + at,
  String.fromCodePoint(0x410 + at),
]);

/** Windows-1251 as the Mongolian fonts of the nineties changed it ("Arial Mon"): Ө, ө, Ү, ү in the places of Є, є, Ї, ї. */
const cp1251Letters: readonly (readonly [number, string])[] = [
  ...basic,
  [0xa8, "Ё"],
  [0xb8, "ё"],
  [0xaa, "Ө"],
  [0xba, "ө"],
  [0xaf, "Ү"],
  [0xbf, "ү"],
  [0xb9, "№"],
];

const t2aLetters: readonly (readonly [number, string])[] = [
  ...basic,
  [0x9c, "Ё"],
  [0xbc, "ё"],
  [0x90, "Ө"],
  [0xb0, "ө"],
  [0x93, "Ү"],
  [0xb3, "ү"],
];

/** Windows-1252 at 0x80…0x9F, where it is not Latin-1. */
const windows1252: Readonly<Record<number, string>> = {
  0x90: "\u0090",
  0x93: "\u201C",
  0x9c: "\u0153",
};

/** Symbol fonts keep their bytes in the private use area at U+F000. */
const symbolArea = 0xf000;

function byteTable(letters: readonly (readonly [number, string])[]): ReadonlyMap<string, string> {
  return new Map(
    letters.flatMap(([byte, letter]): [string, string][] => [
      [String.fromCodePoint(byte), letter],
      ...(windows1252[byte] === undefined ? [] : [[windows1252[byte], letter] as [string, string]]),
    ]),
  );
}

/**
 * Glyph numbers of Arial and Times New Roman taken for code points: а is glyph 0x25A, so it reads as ɚ (0x1D6 below U+0430);
 * their later letters stand 0x3E above (ө U+04E9 is ԧ U+0527). Letters shifted by 0x1D6 throughout are known too.
 */
const glyphShift = new Map<string, string>([
  ...Array.from({ length: 64 }, (_, at): [string, string] => [
    String.fromCodePoint(0x410 - 0x1d6 + at),
    String.fromCodePoint(0x410 + at),
  ]),
  ["\u022B", "Ё"],
  ["\u022C", "Ё"],
  ["\u027A", "ё"],
  ["\u027B", "ё"],
  ...["Ү", "ү", "Ө", "ө"].flatMap((letter): [string, string][] => {
    const code = letter.codePointAt(0) ?? 0;
    return [
      [String.fromCodePoint(code + 0x3e), letter],
      [String.fromCodePoint(code - 0x1d6), letter],
    ];
  }),
]);

export const encodings: readonly Encoding[] = [
  { name: "cp1251", letters: byteTable(cp1251Letters), expand: expandBytes },
  { name: "t2a", letters: byteTable(t2aLetters), expand: expandBytes },
  { name: "glyph-shift", letters: glyphShift, expand: (text) => text },
];

/**
 * Private-use signs back to their bytes, and characters that swallowed several bytes (Í¯ read as UTF-8 is ͯ) back to these.
 * Only beside letters of the encoding: a Greek letter of a formula swallowed nothing.
 */
function expandBytes(text: string, before = "", after = ""): string {
  // Most text has none of them, and is read for each encoding.
  if (![text, before, after].some((part) => byteSign.test(part))) return text;
  const bytes = text.replace(/[\uF020-\uF0FF]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - symbolArea),
  );
  let expanded = "";
  const signs = [...bytes];
  for (const [at, sign] of signs.entries()) {
    const isSwallower = (sign.codePointAt(0) ?? 0) > 0xff && !isOrdinary(sign);
    const besideLetter = isByteLetter(expanded.at(-1) ?? before.at(-1)) || isByteLetter(signs[at + 1] ?? after.at(0));
    expanded += isSwallower && besideLetter ? expandSwallowed(sign) : sign;
  }
  return expanded;
}

const byteSign = /[\uF020-\uF0FF\u00C0-\u00FFªº¯¿¨¸]/;

/** Typographic and mathematical signs are themselves, not swallowed bytes. */
const isOrdinary = (sign: string): boolean => /^[\u0153\u2000-\u22FF]$/.test(sign);

const isByteLetter = (sign: string | undefined): boolean => sign !== undefined && /^[\u00C0-\u00FFªº¯¿¨¸]$/.test(sign);

const utf8 = new TextEncoder();

function expandSwallowed(sign: string): string {
  const bytes = [...utf8.encode(sign)];
  const [lead = 0, ...rest] = bytes;
  const isSwallowed = lead >= 0xc0 && rest.every((byte) => byte >= 0xa0);
  return isSwallowed ? String.fromCodePoint(...bytes).replaceAll("\u00A0", " ") : sign;
}
