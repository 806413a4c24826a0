import { singleLetters, soundsOf } from "./sound-key.ts";
import {
  caseEndings,
  participleEndings,
  pluralEndings,
  reflexiveEndings,
  type SuffixRule,
  verbEndings,
  voiceEndings,
} from "./suffixes.ts";

const vowel = /[аеоуи]/;
const before: Readonly<Record<NonNullable<SuffixRule["after"]>, RegExp>> = {
  vowel: /[аеоуи]$/,
  consonant: /[бвгджзклмнпрстфхцчш]$/,
  long: /(аа|ее|оо|уу|ии|[аеоу]и|и[аеоу])$/,
  diphthong: /[аеоу]и$/,
  н: /[нг]$/,
  // The dative is -т after hard consonants and -д elsewhere; after -уу it is a plural.
  soft: /(?:[аеоилмнвзжшчцхб]|(?<![уи])у)$/,
  hard: /[ргсвлд]$/,
};

/**
 * Light stem of one word in any spelling: a key under which its inflected forms meet, not a dictionary form.
 * One layer of verb endings; else reflexive, case (and a verb under it: байхад) and plural; then final short vowels,
 * hidden -н and fleeting vowels are evened out. Letters as in `soundKey`.
 */
export const stem = (word: string): string => stemOfSounds(soundsOf(word));

/** `soundKey` and `stem` of one word at the price of one. */
export function soundKeyAndStem(word: string): { readonly key: string; readonly stem: string } {
  const sounds = soundsOf(word);
  return { key: singleLetters(sounds), stem: stemOfSounds(sounds) };
}

function stemOfSounds(sounds: string): string {
  return evenOut(singleLetters(/^[а-я]+$/.test(sounds) ? dropHiddenN(bareStem(sounds)) : sounds));
}

/** Whether a word has the ending of a verb: a tense, a participle, a converb. A guess: some nouns end the same way. */
export function isVerbForm(word: string): boolean {
  const sounds = soundsOf(word);
  return sounds.length > 3 && /^[а-я]+$/.test(sounds) && strip(sounds, verbEndings) !== sounds;
}

function bareStem(sounds: string): string {
  if (sounds.length <= 3) return sounds;
  const verb = strip(sounds, verbEndings);
  if (verb !== sounds) return strip(verb, voiceEndings);
  const uncased = strip(strip(sounds, reflexiveEndings), caseEndings);
  if (uncased !== sounds && uncased.length >= 4) {
    const verbal = strip(uncased, participleEndings);
    if (verbal !== uncased) return strip(verbal, voiceEndings);
  }
  return strip(uncased, pluralEndings);
}

function strip(word: string, rules: readonly SuffixRule[]): string {
  for (const { ending, keep, after } of endingsBy(word.at(-1) ?? "", rules)) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < keep || !vowel.test(rest)) continue;
    if (after === undefined || before[after].test(rest)) return rest;
  }
  return word;
}

type Ending = Pick<SuffixRule, "keep" | "after"> & { readonly ending: string };
const byLastLetter = new Map<readonly SuffixRule[], Map<string, Ending[]>>();

/** The rules in their order that can match a word ending so: a word is tried against a tenth of them. */
function endingsBy(lastLetter: string, rules: readonly SuffixRule[]): readonly Ending[] {
  const table = byLastLetter.get(rules) ?? new Map<string, Ending[]>();
  if (!byLastLetter.has(rules)) {
    for (const { endings, ...rule } of rules) {
      for (const ending of endings) {
        const letter = ending.at(-1) ?? "";
        table.set(letter, [...(table.get(letter) ?? []), { ending, ...rule }]);
      }
    }
    byLastLetter.set(rules, table);
  }
  return table.get(lastLetter) ?? [];
}

/** тоо and тоон, шулуун and шулууны: a last -н comes and goes after a long vowel too. */
const dropHiddenN = (sounds: string): string => sounds.replace(/(?<=.)(аа|ее|оо|уу)н$/u, "$1");

/** ургамал and ургамлын, энерги and энергийн, ус and усны: one key each. */
function evenOut(word: string): string {
  let key = word;
  if (key.length >= 6) key = key.replace(/лт$/, "л");
  if (key.length >= 4) key = key.replace(/([^аеоуи])[аеои]$/, "$1");
  if (key.length >= 4) {
    key = key.replace(/^(.*[аеоуи].*[бвгджзклмнпрстфхцчш])[аеои]([бвглмнрсдхжзтчшц])$/, "$1$2");
  }
  if (key.length >= 4) key = key.replace(/([^аеоуи])н$/, "$1");
  return key;
}
