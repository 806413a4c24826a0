import { repairWords } from "../repair/repair-words.ts";
import type { EngineWord } from "./engine-line.ts";
import { correctWord } from "./correct-word.ts";
import { tidyMaths } from "./tidy-maths.ts";

/** What is left of erased rules, edges and pictures. */
const strayMark = /^[|¦_~`'"*°¢©®«»\\/[\]{}‚‘’“”.,:;—–-]{1,3}$/u;
const strayAnywhere = /^[|¦~`¢©®\\]{1,3}$/u;

const cyrillicOf: Readonly<Record<string, string>> = { a: "а", c: "с", e: "е", o: "о", p: "р", x: "х", y: "у" };

/**
 * Cleans the words of one line: stray marks go, letters that the engine confuses are put right where the trigram model
 * leaves no doubt, dashes and units get their signs back. Boxes stay; a word may become two in one box ("ол.Бодолт").
 */
export function tidyWords(words: readonly EngineWord[]): EngineWord[] {
  const kept = words.filter(({ text, confidence }, at) => {
    const isEdge = at === 0 || at === words.length - 1;
    return (
      text.trim() !== "" &&
      !strayAnywhere.test(text) &&
      !(isEdge && strayMark.test(text) && confidence < 80 && text !== "-")
    );
  });
  const line = kept.map(({ text }) => text).join(" ");
  const isCyrillic =
    (line.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > (line.match(/\p{Script=Latin}/gu)?.length ?? 0);
  const hasMaths = /[=√]/.test(line);
  return kept.map((word, at) => {
    let { text } = word;
    if (isCyrillic) text = text.replace(/[\p{L}\d]+/gu, (part) => correctWord(repairWords(part)));
    // IX is read as ЇХ: no Mongolian word has Ї.
    if (/^[ЇІIVXХ]{2,5}$/u.test(text)) text = text.replace(/[ЇІ]/gu, "I").replaceAll("Х", "X");
    // Endings after a figure or a name: °C-аас.
    if (isCyrillic)
      text = text.replace(/(?<=-)[aceopxy]{2,4}(?!\p{L})/u, (ending) =>
        [...ending].map((sign) => cyrillicOf[sign] ?? sign).join(""),
      );
    if (at === 0) text = text.replace(/^[ЗзO]\.(?=$|\p{Lu})/u, (start) => (start.startsWith("O") ? start : "3."));
    // The number of an item or a chapter ("БҮЛЭГ 1.ФОТОСИНТЕЗ").
    text = text.replace(/^(\d{1,2}\.)(?=\p{Lu}\p{L})/u, "$1 ");
    // A hyphen with a space on either side is a dash in print.
    if (/^[-—]$/u.test(text) && at > 0 && at < kept.length - 1 && !hasMaths) text = "–";
    text = text.replace(/(?<=\p{Ll}{2})([.?!])(?=\p{Lu}\p{Ll})/gu, "$1 ");
    text = tidyMaths(text, { hasMaths, before: kept[at - 1]?.text ?? "", after: kept[at + 1]?.text ?? "" });
    return text === word.text ? word : { ...word, text };
  });
}
