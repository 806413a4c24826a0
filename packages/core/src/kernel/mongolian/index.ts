export { charGrams } from "./char-grams.ts";
export { expandAbbreviations } from "./expand-abbreviations.ts";
export { foldMongolian } from "./fold-mongolian.ts";
export { readLatinWord, type WordReading } from "./read-latin-word.ts";
export { readingsOf } from "./readings-of.ts";
export { soundKey } from "./sound-key.ts";
export { splitWords, type Token } from "./split-words.ts";
export { isVerbForm, stem } from "./stem.ts";
export { isStopWord } from "./stop-words.ts";
