export { charGrams } from "./char-grams.ts";
export { chatAbbreviations } from "./chat-abbreviations.ts";
export { foldMongolian } from "./fold-mongolian.ts";
export { readLatinWord, type WordReading } from "./read-latin-word.ts";
export { readingsOf } from "./readings-of.ts";
export { soundKey } from "./sound-key.ts";
export { splitWords, type Token } from "./split-words.ts";
export { stem } from "./stem.ts";
export { isStopWord } from "./stop-words.ts";
