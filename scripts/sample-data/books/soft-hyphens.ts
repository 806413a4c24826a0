const SOFT_HYPHEN = "\u00AD";
const WORD = /[А-Яа-яЁёӨөҮү]{9,}/g;
/** A syllable begins at the last consonant before a vowel; three letters stay on either side. */
const SYLLABLE = /(?<=[А-Яа-яЁёӨөҮү]{3})(?=[бвгджзклмнпрстфхцчшщ][аэиоуөүяеёюы][а-яёөү])/gi;
/** Letters before a break that tell it from other breaks; shorter than any printed line. */
const CONTEXT = 16;

/** Puts soft hyphens between the syllables of long Mongolian words. */
export function withSoftHyphens(text: string): string {
  return text.replace(WORD, (word) => word.replace(SYLLABLE, SOFT_HYPHEN));
}

/**
 * Turns the soft hyphens that broke a line in print into plain ones and drops the others: Chromium leaves each of them
 * in the text layer, in the middle of words. A broken one is printed as U+2010, which no source text uses;
 * pdf.js hides soft hyphens, so a break is recognised by the letters before it.
 */
export function settleHyphens(texts: string[], printedText: string): string[] {
  const settled = texts.map((text) => [...text]);
  const places: { letters: number; text: number; at: number }[] = [];
  let letters = "";
  for (const [text, characters] of settled.entries()) {
    for (const [at, character] of characters.entries()) {
      if (character === SOFT_HYPHEN) places.push({ letters: letters.length, text, at });
      else letters += lettersOnly(character);
    }
  }
  let from = 0;
  for (const match of printedText.matchAll(/\u2010/g)) {
    const before = lettersOnly(printedText.slice(Math.max(0, match.index - 4 * CONTEXT), match.index)).slice(-CONTEXT);
    let place: (typeof places)[number] | undefined;
    for (let found = letters.indexOf(before, from); found >= 0 && !place; found = letters.indexOf(before, found + 1)) {
      place = places.find((candidate) => candidate.letters === found + CONTEXT);
      from = found + 1;
    }
    const characters = place && settled[place.text];
    if (!place || !characters) throw new Error(`The line that breaks after «${before}» is not in the source`);
    characters[place.at] = "-";
  }
  return settled.map((characters) => characters.filter((character) => character !== SOFT_HYPHEN).join(""));
}

function lettersOnly(text: string): string {
  return text.replace(/[\s\u00AD\u2010-]+/g, "");
}
