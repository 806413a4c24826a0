import { foldMongolian } from "../../kernel/mongolian/index.ts";
import { type FixedSentences, fixedSentences } from "./fixed-sentences.ts";
import type { AskInput } from "../schema.ts";

/** Whole questions, folded, without punctuation: anything more than a greeting is a question and is searched for. */
const patterns: readonly (readonly [keyof FixedSentences, RegExp])[] = [
  [
    "greeting",
    /^(сайн (байна )?уу|сайн уу та|сайнуу|байна уу|мэнд|амар мэнд( уу)?|амар байна уу|углууний мэнд|оройн мэнд|удрийн мэнд|юу байна|сонин юу байна|sain ?(baina ?)?uu|sn ?uu|mend|hi|hello|hey|good (morning|afternoon|evening)|привет|здравствуйте)( (багш( аа)?|багшаа|bagshaa?|ухаан|uhaan|there))?$/u,
  ],
  [
    "thanks",
    /^((за |маш их |их )?баярлалаа|гялайлаа|гоё тайлбарлалаа|ойлголоо|за ойлголоо|(za |mash ih |ih )?bayar?l+alaa|gyalailaa|oilgoloo|za oilgoloo|thanks|thank you|thx|спасибо)( (багш( аа)?|багшаа|bagshaa?|ухаан|баярлалаа|bayarlalaa))?$/u,
  ],
  ["farewell", /^(за )?(баяртай|дараа уулзъя|сайхан амраарай|bayartai|daraa uulzya|bye|goodbye|bye bye)$/u],
];

/** A short warm reply to a greeting, thanks or goodbye; undefined for everything that may be a question. */
export function answerSmallTalk(question: string, locale: AskInput["locale"]): string | undefined {
  const folded = foldMongolian(question)
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const kind = patterns.find(([, pattern]) => pattern.test(folded))?.[0];
  return kind === undefined ? undefined : fixedSentences(locale)[kind];
}
