/** The ways in which real Mongolian PDFs store their text wrongly, applied to clean text. */
const cp1251: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 64 }, (_, at): [string, number] => [String.fromCodePoint(0x410 + at), 0xc0 + at]),
  ["Ё", 0xa8],
  ["ё", 0xb8],
  ["Ө", 0xaa],
  ["ө", 0xba],
  ["Ү", 0xaf],
  ["ү", 0xbf],
  ["№", 0xb9],
]);
const t2a = new Map<string, number>([
  ...[...cp1251].slice(0, 64),
  ["Ё", 0x9c],
  ["ё", 0xbc],
  ["Ө", 0x90],
  ["ө", 0xb0],
  ["Ү", 0x93],
  ["ү", 0xb3],
]);
const windows1252: Readonly<Record<number, string>> = { 0x93: "“", 0x9c: "œ" };

const encode = (text: string, bytes: ReadonlyMap<string, number>, write: (byte: number) => string): string =>
  [...text]
    .map((sign) => {
      const byte = bytes.get(sign);
      return byte === undefined ? sign : write(byte);
    })
    .join("");
const swap = (text: string, pairs: Readonly<Record<string, string>>): string =>
  [...text].map((sign) => pairs[sign] ?? sign).join("");
const shift = (text: string, letters: RegExp, by: number): string =>
  text.replace(letters, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + by));

/** Bytes of Windows-1251 decoded as UTF-8 where they happen to be valid, else as Latin-1. */
function collapse(text: string): string {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const stored = encode(text, cp1251, (byte) => String.fromCodePoint(byte));
  let collapsed = "";
  for (let at = 0; at < stored.length;) {
    const lead = stored.charCodeAt(at);
    const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 1;
    const bytes = Array.from(stored.slice(at, at + length), (sign) => sign.charCodeAt(0));
    try {
      if (length === 1 || bytes.some((byte) => byte > 0xff)) throw new Error("one byte");
      collapsed += strict.decode(Uint8Array.from(bytes));
      at += length;
    } catch {
      collapsed += stored.charAt(at);
      at += 1;
    }
  }
  return collapsed;
}

export const corruptions: Readonly<Record<string, (text: string) => string>> = {
  none: (text) => text,
  cp1251: (text) => encode(text, cp1251, (byte) => String.fromCodePoint(byte)),
  private_use: (text) => encode(text, cp1251, (byte) => String.fromCodePoint(0xf000 + byte)),
  t2a: (text) => encode(text, t2a, (byte) => windows1252[byte] ?? String.fromCodePoint(byte)),
  collapsed: collapse,
  glyphs: (text) => shift(shift(text, /[А-я]/gu, -0x1d6), /[өӨүҮ]/gu, 0x3e),
  shifted: (text) => shift(text, /[А-яЁёӨөҮү]/gu, -0x1d6),
  ukrainian: (text) => swap(text, { ө: "є", Ө: "Є", ү: "ї", Ү: "Ї" }),
  latin_v: (text) => swap(text, { ө: "є", Ө: "Є", ү: "v", Ү: "V" }),
};
