import { singleLetters, soundsOf } from "./sound-key.ts";
import {
  caseEndings,
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
  н: /[нг]$/,
  "no plural": /(?<!уу)$/,
};

/**
 * Light stem of one word in any spelling: a key under which its inflected forms meet, not a dictionary form.
 * One layer of verb endings; else reflexive, case (and a verb under it: байхад) and plural; then final short vowels,
 * hidden -н and fleeting vowels are evened out. Letters as in `soundKey`.
 */
export function stem(word: string): string {
  const sounds = soundsOf(word);
  return evenOut(singleLetters(/^[а-я]+$/.test(sounds) ? bareStem(sounds) : sounds));
}

function bareStem(sounds: string): string {
  if (sounds.length <= 3) return sounds;
  const verb = strip(sounds, verbEndings);
  if (verb !== sounds) return strip(verb, voiceEndings);
  const uncased = strip(strip(sounds, reflexiveEndings), caseEndings);
  if (uncased !== sounds && uncased.length >= 4) {
    const verbal = strip(uncased, verbEndings);
    if (verbal !== uncased) return strip(verbal, voiceEndings);
  }
  return strip(uncased, pluralEndings);
}

function strip(word: string, rules: readonly SuffixRule[]): string {
  for (const rule of rules) {
    for (const ending of rule.endings) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, -ending.length);
      if (rest.length < rule.keep || !vowel.test(rest)) continue;
      if (rule.after === undefined || before[rule.after].test(rest)) return rest;
    }
  }
  return word;
}

/** ургамал and ургамлын, энерги and энергийн, ус and усны: one key each. */
function evenOut(word: string): string {
  let key = word;
  if (key.length >= 4) key = key.replace(/([^аеоуи])[аеои]$/, "$1");
  if (key.length >= 4) {
    key = key.replace(/^(.*[аеоуи].*[бвгджзклмнпрстфхцчш])[аеои]([бвглмнрсдхжзтчшц])$/, "$1$2");
  }
  if (key.length >= 4) key = key.replace(/([^аеоуи])н$/, "$1");
  return key;
}
