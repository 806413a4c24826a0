export interface Token {
  readonly kind: "word" | "number" | "formula";
  /** As written; a formula without spaces, powers and indexes as plain digits (`v=s/t`, `x2`, `CO2`). */
  readonly text: string;
}

const raisedAndLowered: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", (sign, index) => [sign, String(index % 10)]),
);
const signs: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "·": "*",
  "⋅": "*",
  "×": "*",
  "÷": "/",
  "∶": "/",
};

/** х and у typed in Cyrillic inside a formula: 3х+2, у = х², 2х. */
const cyrillicUnknown = /(?<!\p{L})[ху](?=[\d²³^=+*/]|\s{1,2}[=+])|(?<=\d)[ху](?![\p{L}])/giu;
const unknownTwins: Readonly<Record<string, string>> = { х: "x", у: "y" };

const operand = String.raw`√?\(?(?:\d+(?:[.,]\d+)*[A-Za-z]{0,2}\d*|[A-Za-z]{1,2}\d*)\)?`;
const formula = String.raw`(?<![\p{L}\p{N}])${operand}(?:\s{0,2}[=+\-*/<>≤≥≈]\s{0,2}${operand})+(?![\p{L}\p{N}])`;
// «8а», «2р» are a number and a word; CO2 and x2 are one.
const word = String.raw`(?:\d+(?=[\p{Script=Latin}]))?[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|['’‘ʼ](?=[\p{Script=Latin}]))*`;
const number = String.raw`\d+(?:[.,]\d+)*`;
const token = new RegExp(`(?<formula>${formula})|(?<word>${word})|(?<number>${number})`, "gu");

/** Endings written after a hyphen or a digit (CO₂-ийн, 8-р): no words of their own. */
const looseEnding =
  /^(?:ы|ын|ыг|ийн|ийг|ий|ны|ний|г|н|д|т|р|ад|эд|од|өд|аас|ээс|оос|өөс|наас|нээс|аар|ээр|оор|өөр|тай|тэй|той|ууд|үүд|дугаар|дүгээр)$/iu;

/** Words, numbers and formulas of a text in order; punctuation and hyphens separate. LaTeX between dollar signs is read too. */
export function splitWords(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const plain = plainFormulas(text.normalize("NFC"));
  for (const match of plain.matchAll(token)) {
    const { formula: maths, word: letters, number: digits } = match.groups ?? {};
    if (maths !== undefined) tokens.push(...formulaTokens(maths));
    else if (digits !== undefined) tokens.push({ kind: "number", text: digits.replaceAll(",", ".") });
    else if (letters !== undefined && !isLooseEnding(letters, plain[(match.index ?? 0) - 1])) {
      tokens.push({ kind: isSymbol(letters) ? "formula" : "word", text: letters });
    }
  }
  return tokens;
}

/** A lone Latin letter is a quantity (v, x), not a word. */
const isSymbol = (letters: string): boolean => /^[A-Za-z]$/u.test(letters);

function isLooseEnding(letters: string, before: string | undefined): boolean {
  return before !== undefined && /[-‐‑\d]/u.test(before) && looseEnding.test(letters);
}

/** The formula whole and each of its parts, so that «хурд v» also finds `v = s/t`. Words joined by a dash are none. */
function formulaTokens(maths: string): readonly Token[] {
  const compact = maths.replace(/\s/gu, "").replaceAll(",", ".");
  const parts = compact.split(/[=+\-*/<>≤≥≈()√]+/u).filter((part) => part !== "");
  const isMaths = /[=\d√]/u.test(compact) || parts.every((part) => part.length === 1);
  if (!isMaths) return parts.map((text) => ({ kind: "word", text }));
  return [
    { kind: "formula", text: compact },
    ...parts.map((text): Token => ({ kind: /^[\d.]+$/u.test(text) ? "number" : "formula", text })),
  ];
}

function plainFormulas(text: string): string {
  return text
    .replace(/\\frac\s*\{([^{}]{0,40})\}\s*\{([^{}]{0,40})\}/gu, "$1/$2")
    .replace(/\\(?:cdot|times)\b/gu, "*")
    .replace(/\\sqrt\s*\{([^{}]{0,40})\}/gu, "√($1)")
    .replace(/\\(?:text|mathrm)\s*\{([^{}]{0,80})\}/gu, " $1 ")
    .replace(/\\[A-Za-z]+/gu, " ")
    .replace(/(?<!\p{L})([A-Z]{2,})(?=[а-яёөү])/gu, "$1-")
    .replace(cyrillicUnknown, (letter) => unknownTwins[letter.toLowerCase()] ?? letter)
    .replace(/[_^]\{?(\d+)\}?/gu, "$1")
    .replace(/[$\\{}]/gu, " ")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]/gu, (sign) => raisedAndLowered[sign] ?? sign)
    .replace(/[−–·⋅×÷∶]/gu, (sign) => signs[sign] ?? sign);
}
