import { readingsOf, soundKey, stem } from "../kernel/mongolian/index.ts";

/** One word as rules compare it: by sound, so that ү/у, э/е, Latin typing and look-alike letters make no difference. */
export interface ScreenedWord {
  readonly key: string;
  readonly stem: string;
}

export interface ScreenedText {
  /** The words of each likely reading (one for Cyrillic, several for Latin typing). */
  readonly readings: readonly (readonly ScreenedWord[])[];
  /** As typed, in one line and lower case, for what is not Mongolian. */
  readonly plain: string;
}

/** Single letters with something between them: «с е к с», «п.о.р.н.о». */
const spacedOut = /(?<![\p{L}\p{N}])\p{L}(?:[\s.\-_*]{1,2}\p{L}){3,}(?![\p{L}\p{N}])/gu;
/** Digits and signs that stand for letters inside a word: «п0рно», «s3x». */
const disguises: Readonly<Record<string, string>> = { "0": "о", "3": "з", "4": "ч", "@": "а", $: "с" };
const maxReadings = 4;

/** Prepares a text for the rules. */
export function toScreenedText(text: string): ScreenedText {
  const composed = text.normalize("NFKC").replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, "");
  const joined = composed.replace(spacedOut, (letters) => letters.replace(/[^\p{L}]/gu, ""));
  const undisguised = joined.replace(/(?<=\p{L})[034@$](?=\p{L})/gu, (sign) => disguises[sign] ?? sign);
  const variants = new Set(
    [...new Set([composed, joined, undisguised])].flatMap((each) => readingsOf(each, maxReadings)),
  );
  return {
    readings: [...variants].map((reading) => wordsOf(reading)),
    plain: joined.toLowerCase().replace(/\s+/gu, " ").trim(),
  };
}

/** Words by sound. Sentence ends are kept as a word «.»: a phrase never reaches over them. */
export function wordsOf(reading: string): readonly ScreenedWord[] {
  const found = reading.match(/[\p{L}\p{N}]+|[.!?;\n]/gu) ?? [];
  return found.map((word) => (/[\p{L}\p{N}]/u.test(word) ? { key: soundKey(word), stem: stem(word) } : sentenceEnd));
}

export const sentenceEnd: ScreenedWord = { key: ".", stem: "." };
