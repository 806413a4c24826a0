import type { Run } from "./page-text.ts";

/** Signs that have a command of their own; everything else stays as it is (KaTeX reads Unicode letters). */
const commands: Readonly<Record<string, string>> = {
  "·": "\\cdot ",
  "⋅": "\\cdot ",
  "×": "\\times ",
  "÷": "\\div ",
  "±": "\\pm ",
  "→": "\\rightarrow ",
  "⇒": "\\Rightarrow ",
  "⇔": "\\Leftrightarrow ",
  "≠": "\\neq ",
  "≤": "\\leq ",
  "≥": "\\geq ",
  "≈": "\\approx ",
  "∞": "\\infty ",
  "∠": "\\angle ",
  "△": "\\triangle ",
  "°": "^{\\circ}",
  "−": "-",
  "–": "-",
  "%": "\\%",
  "#": "\\#",
  "&": "\\&",
  "{": "\\{",
  "}": "\\}",
};
const greek: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "varepsilon",
  η: "eta",
  θ: "theta",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "varphi",
  ω: "omega",
  Δ: "Delta",
  Σ: "Sigma",
  Ω: "Omega",
};
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const lowered = "₀₁₂₃₄₅₆₇₈₉";

/** Chemical symbols stand upright: a formula of capital letters with lowered digits and an arrow is chemistry. */
const chemistry = /(?:^|[\s\d+])(?:[A-Z][a-z]?\s?)+/;

/** LaTeX of one formula, without the dollars around it. Letters of Cyrillic words become `\text{…}`. */
export function toLatex(runs: readonly Run[]): string {
  const latex = runs.map(runLatex).join("");
  return latex.replace(/ {2,}/g, " ").trim();
}

function runLatex(run: Run): string {
  if (run.at === "fraction") return `\\frac{${toLatex(run.above)}}{${toLatex(run.below)}}`;
  if (run.at === "root") return `\\sqrt{${toLatex(run.under)}}`;
  const body = textLatex(run.text.normalize("NFC"));
  if (run.at === "base") return body;
  const hasSpaceAfter = /\s$/.test(run.text) ? " " : "";
  return `${run.at === "sup" ? "^" : "_"}{${body.trim()}}${hasSpaceAfter}`;
}

function textLatex(text: string): string {
  const plain = text.replace(/[\u{1D400}-\u{1D7FF}]/gu, (letter) => letter.normalize("NFKC"));
  return plain
    .replace(/[\\$^_~]/g, "")
    .replace(/[\p{Script=Cyrillic}](?:[\p{Script=Cyrillic} ,-]*[\p{Script=Cyrillic}])?/gu, "\u0001$&\u0002")
    .replace(
      /√\s*(\([^()]*\)|\d+(?:[.,]\d+)?|\p{L}[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]*)?/gu,
      (_all, under: string | undefined) => `\\sqrt{${(under ?? "").replace(/^\((.*)\)$/, "$1")}}`,
    )
    .replace(new RegExp(`[${raised}]+`, "g"), (digits) => `^{${digitsOf(digits, raised)}}`)
    .replace(new RegExp(`[${lowered}]+`, "g"), (digits) => `_{${digitsOf(digits, lowered)}}`)
    .replace(/[·⋅×÷±→⇒⇔≠≤≥≈∞∠△°−–%#&]/g, (sign) => commands[sign] ?? sign)
    .replace(/[α-ωΔΣΩ]/g, (letter) => (greek[letter] ? `\\${greek[letter]} ` : letter))
    .replaceAll("\u0001", "\\text{")
    .replaceAll("\u0002", "}");
}

const digitsOf = (text: string, alphabet: string) => [...text].map((digit) => alphabet.indexOf(digit)).join("");

/** Displayed formula: chemistry in upright letters. */
export function displayLatex(runs: readonly Run[]): string {
  const latex = toLatex(runs);
  const isChemistry = latex.includes("\\rightarrow") && chemistry.test(latex);
  return isChemistry ? latex.replace(/(?<![\\a-z{])[A-Z][A-Za-z]*/g, (symbol) => `\\mathrm{${symbol}}`) : latex;
}
