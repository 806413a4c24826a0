import { foldMongolian, readingsOf } from "../kernel/mongolian/index.ts";
import { analyseWords, type WordTerms } from "./analyse-text.ts";

/** «X гэж юу вэ», «X гэдэг нь юу вэ», «X-ийн тодорхойлолт» in folded spelling (ё as е). */
const asksDefinition =
  /(?:^|\s)(?:гэж|гэдэг нь|гэдэг|гэхээр) (?:юу|юуг|хэнийг|ямар)(?=\s|$|\?)|(?:^|\s)юу гэсэн уг|тодорхо[йи]лолт|юу болох/u;

/** How Mongolian books define: «X гэдэг нь …», «… X гэж нэрлэдэг», «…-ыг X гэнэ», «X нь … юм». */
const definingFrame =
  /\sгэдэг нь(?=\s)|\sгэж (?:нэрлэ|хэлнэ|хэлдэг|о[йи]лгоно|томьеол|томъеол|тодорхойл)|\sгэнэ(?=[\s.,;:]|$)|\sгэдэг(?=[.,;]|$)|\sхэмээн|\sгэгч(?=\s)/u;

/** Whether a question asks what something is. Latin typing is read first. */
export function asksForDefinition(question: string): boolean {
  return asksDefinition.test(foldMongolian(readingsOf(question)[0] ?? question).replace(/\s+/gu, " "));
}

/**
 * Whether a text has a sentence that defines what the question names: one with a defining frame close to all of the
 * words asked about.
 */
export function definesWords(words: readonly WordTerms[], text: string): boolean {
  const named = words.filter((word) => word.names).map((word) => word.stem);
  if (named.length === 0) return false;
  return text.split(/(?<=[.!?;])\s|\n/u).some((sentence) => {
    if (!definingFrame.test(` ${foldMongolian(sentence)}`)) return false;
    const held = new Set(analyseWords(sentence).map((word) => word.stem));
    return named.every((stem) => held.has(stem));
  });
}
