import { isLetters, type Run } from "./page-text.ts";
import { toLatex } from "./to-latex.ts";

const superscripts = mapOf("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ");
const subscripts = mapOf("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎");

function mapOf(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((letter, index) => [letter, targets[index] ?? letter]));
}

/**
 * Running text of a line. Digits stand raised or lowered in Unicode (CO₂, м/с², x₁: readable everywhere, and found by a
 * search for CO2 after folding); letters that Unicode can't lower, and fractions, become `$…$` LaTeX.
 */
export function writeRuns(runs: readonly Run[]): string {
  let text = "";
  for (const run of repairDigits(runs)) {
    if (run.at === "base") {
      text += plainLetters(run.text);
    } else if (!isLetters(run)) {
      text += `$${toLatex([run])}$`;
    } else {
      const written = inUnicode(run.text, run.at === "sup" ? superscripts : subscripts);
      text = written === undefined ? appendLatexScript(text, run) : text + written;
    }
  }
  return text
    .replace(/\$ ?\$/g, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/** Mathematical alphabets (𝑣, 𝐹) are letters in another dress; NFKC on anything else would change what is printed. */
export function plainLetters(text: string): string {
  return text.replace(/[\u{1D400}-\u{1D7FF}]/gu, (letter) => letter.normalize("NFKC"));
}

/** "C₆H₁" + "2O₆": some producers lose the shift of a digit's last part. No base digit ever follows a script digit directly. */
function repairDigits(runs: readonly Run[]): Run[] {
  const repaired: Run[] = [];
  for (const run of runs) {
    const last = repaired.at(-1);
    const digits = isLetters(run) && run.at === "base" ? /^\d+(?=[A-Z(]|$)/.exec(run.text)?.[0] : undefined;
    if (digits !== undefined && run.at === "base" && last?.at === "sub" && /\d$/.test(last.text)) {
      repaired[repaired.length - 1] = { at: last.at, text: last.text + digits };
      repaired.push({ at: "base", text: run.text.slice(digits.length) });
    } else {
      repaired.push(run);
    }
  }
  return repaired;
}

function inUnicode(text: string, letters: ReadonlyMap<string, string>): string | undefined {
  const written = [...plainLetters(text)].map((letter) => (letter === " " ? " " : letters.get(letter)));
  return written.includes(undefined) ? undefined : written.join("");
}

/** `v` + lowered `дундаж` → `$v_{\text{дундаж}}$`: the letter before belongs to the script. */
function appendLatexScript(text: string, run: Run): string {
  const base = /\p{L}$/u.exec(text)?.[0] ?? "";
  return `${text.slice(0, text.length - base.length)}$${toLatex([{ at: "base", text: base }, run])}$`;
}
