import type { Encoding } from "./encodings.ts";

/** Signs that are letters in a legacy font and something else beside figures: ×, ÷, °, ², ³, ¹, º, ª, ¼, quotation marks. */
const alsoSigns = /^[×÷°²³¹ºª¼¯¸¨¿“]$/u;
const wordSigns = String.raw`\p{L}\u0080-\u009F¨ª¯¸º¿×÷°³¹¼“\u02D8\u02D9\u0312\u0313`;

/**
 * Reads a text by a legacy encoding. The length in UTF-16 units stays the same. Words with as many plain Latin letters as
 * letters of the encoding stay (Gödel), and so do lone signs beside figures (3 × 4, 20 °, м³).
 */
export function decodeText(text: string, { letters }: Pick<Encoding, "letters">): string {
  const word = new RegExp(`[${wordSigns}]+`, "gu");
  return text.replace(word, (token, at: number) => {
    const signs = [...token];
    const slots = signs.filter((sign) => letters.has(sign)).length;
    const latin = signs.filter((sign) => /[a-z]/i.test(sign)).length;
    if (slots === 0 || latin >= slots) return token;
    if (signs.length === 1 && alsoSigns.test(token)) return decodeLone(token, text.slice(0, at), text.slice(at + 1));
    const start = keptStart(token, text.slice(0, at), text.slice(at + token.length));
    const end = keptEnd(token, letters);
    const body = token.slice(start.length, token.length - end.length);
    return start + [...body].map((sign) => letters.get(sign) ?? sign).join("") + end;
  });
}

/** A degree sign after a figure, and a quotation mark that is closed again, are no letters. */
function keptStart(token: string, before: string, after: string): string {
  if (/^[°º]/u.test(token) && /\d\s?$/u.test(before)) return token.charAt(0);
  if (token.startsWith("“") && /^[^“]{0,300}”/u.test(after)) return "“";
  return "";
}

/** The exponent of a unit (м³, cm²) is no letter. */
function keptEnd(token: string, letters: ReadonlyMap<string, string>): string {
  const exponent = /^(.{1,2})([³²¹])$/u.exec(token);
  const unit = [...(exponent?.[1] ?? "")].map((sign) => letters.get(sign) ?? sign).join("");
  return exponent && /^(?:м|см|дм|км|мм|с|кг|г|л)$/u.test(unit) ? (exponent[2] ?? "") : "";
}

/** `÷` between words is the particle ч, `¹` before a figure is №; beside figures both are what they look like. */
function decodeLone(sign: string, before: string, after: string): string {
  const wordBefore = /[\u00C0-\u00FF\u0400-\u04FF],?\s+$/u.test(before);
  const wordAfter = /^\s+[\u00C0-\u00FF\u0400-\u04FF]/u.test(after);
  if (sign === "÷" && wordBefore && wordAfter) return "ч";
  if (sign === "¹" && /^\s?\d/u.test(after) && !/[\p{L}\d]$/u.test(before)) return "№";
  return sign;
}
