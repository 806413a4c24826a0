import { picture, type PlainLetters, toPlainLetters } from "./plain-letters.ts";

/** One word of a text as rules read it. */
export interface ReadWord {
  /** Lower case, plain letters; digits and signs that may stand for letters are still there. */
  readonly text: string;
  /** In the text, characters. */
  readonly start: number;
  readonly end: number;
  /** Number of its sentence: a phrase never reaches over the end of one. */
  readonly sentence: number;
}

/** A word with what stands between it and the next one. */
interface Token extends ReadWord {
  readonly gap: string;
}

/** Finds words that rules know inside letters that were written apart or run together. */
export type Segmenter = (letters: string) => readonly { readonly text: string; readonly at: number }[];

const letter = /[\p{L}\p{N}]/u;
const inWord = new Set("@$*!+|'’ʼ`€#");
const atStart = new Set("@$€");
const ends = new Set([".", "!", "?", ";", "…", "。"]);
const fewestSpaced = 3;
/** Written apart letter by letter is a word or a sentence, not a book. */
const mostSpaced = 1_000;
const mask = /^\[(?:и-мэйл|регистрийн дугаар|дансны дугаар|картын дугаар|утасны дугаар|хаяг|нэр|нууц үг)\]/u;

/** The words of a text. Letters written apart («с е к с», «п.о.р.н.о») are put together first. */
export function readWords(text: string, segment: Segmenter): readonly ReadWord[] {
  const plain = toPlainLetters(text);
  const words = joinSpaced(cutTokens(plain), segment);
  if (!plain.isReversed) return words;
  const mirrored = toPlainLetters(Array.from(plain.letters).toReversed().join(""));
  const sentence = (words.at(-1)?.sentence ?? 0) + 1;
  const whole = { start: 0, end: text.length, sentence };
  return [...words, ...cutTokens(mirrored).map((token) => ({ ...token, ...whole }))];
}

function cutTokens({ letters, from, to }: PlainLetters): readonly Token[] {
  const found: { text: string; start: number; end: number; sentence: number; first: number; last: number }[] = [];
  let sentence = 0;
  for (let at = 0; at < letters.length;) {
    const char = letters[at] ?? "";
    if (char === "[") {
      const masked = mask.exec(letters.slice(at, at + 24))?.[0].length ?? 0;
      if (masked > 0) {
        const last = at + masked - 1;
        found.push({ text: "[", start: from[at] ?? 0, end: to[last] ?? 0, sentence, first: at, last });
        at += masked;
        continue;
      }
    }
    const begins = isLetter(char) || (atStart.has(char) && isLetter(letters[at + 1] ?? ""));
    if (begins) {
      const { text, next } = takeWord(letters, at);
      found.push({ text, start: from[at] ?? 0, end: to[next - 1] ?? 0, sentence, first: at, last: next - 1 });
      at = next;
      continue;
    }
    if (char === "\n" || (ends.has(char) && endsSentence(letters, at))) sentence += 1;
    at += 1;
  }
  return found.map(({ first: _first, last, ...word }, index) => {
    const next = found[index + 1];
    return { ...word, gap: next ? letters.slice(last + 1, Math.min(next.first, last + 5)) : "" };
  });
}

function takeWord(letters: string, start: number): { text: string; next: number } {
  let text = "";
  let at = start;
  for (; at < letters.length; at += 1) {
    const char = letters[at] ?? "";
    if (isLetter(char)) text += char;
    else if (char === picture && isLetter(letters[at + 1] ?? "")) continue;
    else if (at === start && atStart.has(char)) text += char;
    else if (inWord.has(char) && isLetter(letters[at + 1] ?? "")) text += char;
    else if (inWord.has(char) && inWord.has(letters[at + 1] ?? "") && isLetter(letters[at + 2] ?? "")) text += char;
    else break;
  }
  return { text, next: at };
}

/** «3.5» and «п.о.р» end nothing. */
function endsSentence(letters: string, at: number): boolean {
  const next = letters[at + 1];
  if (next === undefined || /\s/u.test(next) || ends.has(next)) return true;
  return letters[at] !== "." && letters[at] !== ";";
}

function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x44f) || (code >= 0x30 && code <= 0x39)) return true;
  return code >= 0x80 && char !== picture && letter.test(char);
}

const isSingle = ({ text }: Token): boolean => text.length === 1 && text !== "[";

/** Runs of single letters with the same thing between them become words; a wider gap ends one. */
function joinSpaced(tokens: readonly Token[], segment: Segmenter): readonly ReadWord[] {
  const words: ReadWord[] = [];
  let spent = 0;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    let next = at + 1;
    if (isSingle(token)) {
      while (next < tokens.length && tokens[next - 1]?.gap === token.gap && isSingle(tokens[next] ?? token)) next += 1;
    }
    const run = tokens.slice(at, next);
    if (run.length < fewestSpaced || spent + run.length > mostSpaced) {
      words.push(...run);
      at = next;
      continue;
    }
    spent += run.length;
    words.push(...putTogether(run, segment));
    at = next;
  }
  return words;
}

/** The whole run as one word, and what is found inside it: «бодол» or «би үхмээр», nobody can tell from the letters alone. */
function putTogether(run: readonly Token[], segment: Segmenter): readonly ReadWord[] {
  const joined = run.map(({ text }) => text).join("");
  const [first] = run;
  if (first === undefined) return [];
  const sentence = run.at(-1)?.sentence ?? first.sentence;
  const pieces = segment(joined);
  const placed = pieces.map(({ text, at }) => ({
    text,
    start: run[at]?.start ?? first.start,
    end: run[Math.min(at + text.length, run.length) - 1]?.end ?? first.end,
    sentence,
  }));
  return placed;
}
