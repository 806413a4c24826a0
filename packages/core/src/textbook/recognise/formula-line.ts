/** Lines with less confidence hold maths, or pictures that were taken for text. */
export const trustedFrom = 75;

/** From here on (0..1) a displayed formula is believed as it was read; hardly one with more than letters and digits is. */
export const formulaTrustedFrom = 0.9;
/** Under this (0..1) a line was no text: a part of a formula or of a drawing. */
export const noiseUnder = 0.4;

/** What stands in a passage for a formula that could not be read; the page image shows it. */
export const unreadFormula = "[Томьёо: зургаас үзнэ үү]";

const prose = /[а-яёөү]{4,}/giu;
const mathsSign = /[=<>±√≤≥≠≈∞∫∑^·×÷]|[\d)xyzabcх]\s?[+*/—–-]\s?[\d(xyzabcх]/iu;

/** Whether a line is maths set apart: hardly any Mongolian words, but signs or letters of a formula. */
export function looksLikeFormula(text: string, confidence: number): boolean {
  const trimmed = text.trim();
  const words = trimmed.match(prose)?.filter((word) => /[аэиоуөүяеёюы]/iu.test(word)).length ?? 0;
  if (words > 1 || trimmed === "") return false;
  if (mathsSign.test(trimmed) && words === 0) return true;
  if (confidence < trustedFrom && words === 0 && /[\d\p{S}]/u.test(trimmed)) return true;
  // Parts of a fraction: "2a", "x".
  return trimmed.length <= 6 && /[a-z]/i.test(trimmed) && !/\p{Script=Cyrillic}/u.test(trimmed);
}
