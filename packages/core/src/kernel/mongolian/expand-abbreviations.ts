import { chatAbbreviations } from "./chat-abbreviations.ts";

const shortWord = /(?<![\p{L}\p{N}])[\p{Ll}]{2,6}(?![\p{L}\p{N}])/gu;

/** Chat shorthand (`bn`, `gj`, «бн») written out, so that the frame of a question is recognised. Only in lower case: BN may be a term. */
export function expandAbbreviations(text: string): string {
  return text.replace(shortWord, (word) =>
    Object.hasOwn(chatAbbreviations, word) ? (chatAbbreviations[word] ?? word) : word,
  );
}
