import { decodeText } from "./decode-text.ts";
import { type Encoding, encodings } from "./encodings.ts";
import { lacksFrontVowels, repairWords } from "./repair-words.ts";
import { scoreText } from "./score-text.ts";
import { scoreWord } from "./score-word.ts";

/** A piece of text in one font, in reading order; pieces of one word follow each other directly. */
export interface FontRun {
  readonly font: string;
  readonly text: string;
}

export type Repair = "none" | Encoding["name"] | "letters";

export interface RepairedRuns<R extends FontRun> {
  /** As many runs as came in, in the same order, with only `text` changed. */
  readonly runs: readonly R[];
  /** What was wrong with most of the text: an encoding, or single letters (є, ї, v for ө, ү). */
  readonly repair: Repair;
  /** Share of well-formed text (see `scoreText`) before and after. */
  readonly before: number;
  readonly after: number;
}

/** Fonts with fewer letters of an encoding than this follow the page's other fonts. */
const fewestLetters = 24;
/** The mean log probability must rise by this much per letter: garbage stands at -11, Mongolian at -2.5, Russian at -4.5. */
const clearRise = 2.5;
const looksCyrillicFrom = -5.6;

/**
 * Finds out per font whether its text was stored in a legacy encoding, and reads it rightly. A font is changed only when the
 * trigram score of the changed words rises clearly; clean text, English words and formulas come back as they were.
 */
export function repairFonts<R extends FontRun>(runs: readonly R[]): RepairedRuns<R> {
  const text = joinRuns(runs);
  const before = scoreText(text).score;
  const decoded = decodeFonts(runs, text);
  const repaired = repairLetters(decoded.runs);
  const changed = repaired.some((run, at) => run.text !== decoded.runs[at]?.text);
  return {
    runs: repaired,
    repair: decoded.repair ?? (changed ? "letters" : "none"),
    before,
    after: decoded.repair || changed ? scoreText(joinRuns(repaired)).score : before,
  };
}

/** Empty runs stand for line ends, as PDF readers write them. */
const joinRuns = (runs: readonly FontRun[]): string => runs.map(({ text }) => (text === "" ? "\n" : text)).join("");

/** A Latin letter of another font beside a word is a variable of a formula, unless the page has no ө and ү at all. */
function repairLetters<R extends FontRun>(runs: readonly R[]): readonly R[] {
  const endsWord = (at: number) => runs[at]?.text === "" || (runs[at + 1]?.font ?? "") !== runs[at]?.font;
  const inFonts = splitText(
    repairWords(runs.map(({ text }, at) => text + (endsWord(at) ? "\n" : "")).join("")),
    runs,
    endsWord,
  );
  const joined = joinRuns(inFonts);
  if (!lacksFrontVowels(joined)) return inFonts;
  return splitText(repairWords(joined), inFonts, (at) => inFonts[at]?.text === "");
}

/** Cuts a text of the same length to runs again; `hasBreak` tells after which runs one sign was put in. */
function splitText<R extends FontRun>(text: string, runs: readonly R[], hasBreak: (at: number) => boolean): R[] {
  let from = 0;
  return runs.map((run, at) => {
    const part = text.slice(from, from + run.text.length);
    from += run.text.length + (hasBreak(at) ? 1 : 0);
    return part === run.text ? run : { ...run, text: part };
  });
}

/** Signs beyond ASCII, Cyrillic and typography: without them there is nothing to decode. */
const legacySign = /[\u0080-\u00AA\u00AC-\u00BA\u00BC-\u03FF\u04EC\u04ED\u0500-\u1FFF\u2300-\uFFFD]/;

function decodeFonts<R extends FontRun>(
  runs: readonly R[],
  joined: string,
): { runs: readonly R[]; repair: Encoding["name"] | undefined } {
  if (!legacySign.test(joined)) return { runs, repair: undefined };
  const fonts = [...new Set(runs.map(({ font }) => font))];
  const verdicts = new Map(fonts.map((font) => [font, judgeFont(runs, font)]));
  const page = pageEncoding([...verdicts.values()]);
  if (page === undefined) return { runs, repair: undefined };
  const chosen = new Map<string, Encoding>();
  for (const [font, verdict] of verdicts) {
    const encoding = verdict.best && (verdict.letters >= fewestLetters ? verdict.best : page);
    if (encoding) chosen.set(font, encoding);
  }
  const expanded = runs.map((run, at) => {
    const text = chosen.get(run.font)?.expand(run.text, runs[at - 1]?.text, runs[at + 1]?.text) ?? run.text;
    return text === run.text ? run : { ...run, text };
  });
  const texts = expanded.map(({ text }) => text);
  for (const encoding of new Set(chosen.values())) {
    const whole = splitText(decodeText(joinRuns(expanded), encoding), expanded, (at) => expanded[at]?.text === "");
    for (const [at, run] of whole.entries()) if (chosen.get(run.font) === encoding) texts[at] = run.text;
  }
  return {
    runs: expanded.map((run, at) => (texts[at] === run.text ? run : { ...run, text: texts[at] ?? run.text })),
    repair: page.name,
  };
}

interface FontVerdict {
  /** The encoding under which the font reads best; absent where it reads well as it stands. */
  readonly best: Encoding | undefined;
  /** Letters that this encoding changed. */
  readonly letters: number;
  readonly rise: number;
}

function judgeFont(runs: readonly FontRun[], font: string): FontVerdict {
  const text = runs.map((run) => (run.font === font ? (run.text === "" ? "\n" : run.text) : " ")).join("");
  let verdict: FontVerdict = { best: undefined, letters: 0, rise: 0 };
  for (const encoding of encodings) {
    const expanded = encoding.expand(text);
    const { letters, rise, after } = compareWords(expanded, decodeText(expanded, encoding));
    if (letters >= 2 && rise / letters >= clearRise && after / letters >= looksCyrillicFrom && rise > verdict.rise) {
      verdict = { best: encoding, letters, rise };
    }
  }
  return verdict;
}

/** The encoding of most letters on the page; a single short word is no evidence. */
function pageEncoding(verdicts: readonly FontVerdict[]): Encoding | undefined {
  const letters = new Map<Encoding, number>();
  for (const verdict of verdicts) {
    if (verdict.best) letters.set(verdict.best, (letters.get(verdict.best) ?? 0) + verdict.letters);
  }
  const [most] = [...letters].sort(([, a], [, b]) => b - a);
  return most && most[1] >= 6 ? most[0] : undefined;
}

/** Log probabilities of the words that differ, before and after. */
function compareWords(stored: string, read: string): { letters: number; rise: number; after: number } {
  const [total, changed] = [{ letters: 0, rise: 0, after: 0 }, /[^\s\d.,;:!?()«»|/=+<>-]+/gu];
  for (const match of read.matchAll(changed)) {
    const [word] = match;
    const old = stored.slice(match.index, match.index + word.length);
    if (old === word) continue;
    const after = scoreWord(word) * word.length;
    total.letters += word.length;
    total.after += after;
    total.rise += after - scoreWord(old) * word.length;
  }
  return total;
}
