import { foldMongolian, readingsOf, soundKey } from "../../kernel/mongolian/index.ts";
import { sameWord, topicWords } from "../book-answer/word-match.ts";
import { latinUnknown } from "./exercise-answers.ts";
import type { Offloading } from "./hint-level.ts";

/** What a pupil's message is, while an exercise is being worked on. */
export type ExerciseMessage =
  /** Working of the pupil's own: a calculation, a rule with what it is used for, a reason. */
  | { readonly kind: "attempt" }
  /** A result without working; a guess as often as not. */
  | { readonly kind: "bare-answer" }
  /** The work is wanted done. */
  | { readonly kind: "plea"; readonly offloading: Offloading }
  /** The pupil does not know how to go on. */
  | { readonly kind: "stuck" }
  | { readonly kind: "other" };

export interface ReadMessageInput {
  readonly message: string;
  /** The exercise in hand and what the tutor and the pupil have said of it: repeating that is no working. */
  readonly exercise: string;
  readonly said: readonly string[];
}

/** Patterns over the folded message (ө→о, ү→у, ё→е, lower case); Latin typing is read first. */
const pleas: readonly (readonly [Offloading, RegExp])[] = [
  [
    "authority",
    /багш\p{L}*\s.{0,30}(зовшоор|болно г|хэлсэн|гэсэн)|(эцэг эх|ээж|аав|захирал|админ)\p{L}*\s.{0,30}(зовшоор|болно г)|my (teacher|mom|dad|mother|father|principal)\b.{0,30}\b(allow|said|says|let)|(teacher|admin|developer|debug) mode|учител\p{L}* разреш/u,
  ],
  [
    "authority",
    /(чи|та)\s(одоо\s)?бол\s.{0,30}(багш|робот|калькулятор|бодогч|систем|хиймэл)|(чи|та)\s(одоо\s)?.{0,30}(багш|робот|калькулятор|бодогч|систем)\p{L}*\s(бол|шиг|болж|болоод)|жужиглэ|дурд (орж|тогло|ор )|тоглоом тоглоё|(pretend|act as|role ?play|imagine you)|ignore (all|the|your|previous)|дурм\p{L}*\s?(уудаа|ээ|уудыг|ийг)?\s?(март|ул хэрэгс|тоохгуй)/u,
  ],
  [
    "reveal",
    /хари(у|ул)\p{L}*\s(нь\s)?(юу|хэд|ямар)|(зугээр|шууд|эцсийн|зовхон|бэлэн|товч|л)\s(л\s)?хари(у|ул)|хари(у|ул)\p{L}*\s(нь\s|л\s|ний\s|минь\s){0,2}(шууд\s|зугээр\s)?(хэл|ог\P{L}|огоо|огч|бич|илгээ|явуул|харуул|гарга|мэдэх хэрэг)|хари(у|ул)(г|ыг|тыг)\s?нь$|\b(just\s)?(tell|give|show|send)\s(me\s)?(the\s)?(\w+\s)?(final\s)?(answer|solution|result)|what('s| is) the (final )?answer|(скажи|дай|покажи)\p{L}*\s(мне\s)?(просто\s)?ответ/u,
  ],
  [
    "do-it",
    /(бод|хий|бич|шийд|гуйцэтгэ|хариул)\p{L}{0,6}(ж|ч|оод|эд|ээд|аад|од)\s?(л\s)?(харуул|узуул|явуул|ируул|ог|огооч|огч|огоорой|огоё|огно|хаяч|хая|орхи)(\P{L}|$)|(миний|манай)\s(оронд|омноос)|намайг ороон|чи\s(л\s|оороо\s)?(бод|хий|бич|шийд)\p{L}{0,9}(\P{L}|$)|бодчих|хийчих|бичээд огчих|бодоод л ог|бутнээр\p{L}*\s(нь\s)?бод|\b(do|solve|write|finish)\s(it|this|that|my homework|everything)(\sall)?(\sfor me)?\b|(реши|сделай|напиши)\p{L}*\s(за меня|мне)/u,
  ],
];

const stuck =
  /мэдэхгу|мэдэхгуй|чадахгу|чадсангу|о[йи]лгосонгу|о[йи]лгохгу|о[йи]лгодоггу|гацчих|гацлаа|гацсан|толгой эргэ|хэцуу байна|юу хийх вэ|яах вэ|эхлэх вэ|дараа нь яах|тусла|don'?t (know|understand|get)|idk|\bstuck\b|too hard|help me|не (знаю|понимаю)/u;

/** A word or two around the number: «5», «x = 5», «хариу нь 5 уу?», «5 см гарлаа». */
const bareAnswer =
  /^(?:(?:хариу|миний|минь|би|нь|тэгээд|тэгэхээр|надад|бол|answer|is|the|it)\p{L}*[\s:,]*){0,4}(?:[a-zху]\s?=\s?)?[-−–]?\d+(?:[.,/]\d+)?\s?(?:%|\p{L}{1,4}[²³]?)?(?:\s(?:болов|боллоо|гарлаа|гарав|гэж|бодлоо|бод|уу|юу|зов|байна|мон|ба|бас)\p{L}*){0,4}[\s.!?]*$/u;

const workingSign = /[+\-−–×·⋅*÷:/=^²³√<>≤≥]/u;
/** Words of the pupil's own that make an explanation. */
const wordsOfOwn = 5;
const showsThinking =
  /учир|тул|учраас|тэгвэл|тэгэхээр|бодохдоо|гэж бодож|гэж бодлоо|эхлээд|дараа нь|дурм|томьёо|томьео|хуваа|уржуул|нэм|хас|because|since|first|then|so /u;

/** Reads what a message is to an exercise in hand. Nothing that it claims of itself counts: only what it holds. */
export function readMessage({ message, exercise, said }: ReadMessageInput): ExerciseMessage {
  const reading = readingsOf(message)[0] ?? message;
  const folded = foldMongolian(reading).replace(/\s+/gu, " ").trim();
  const asTyped = foldMongolian(message).replace(/\s+/gu, " ").trim();
  if (isWorking(message, reading, folded, [exercise, ...said])) return { kind: "attempt" };
  const plea = pleas.find(([, pattern]) => pattern.test(folded) || pattern.test(asTyped));
  if (plea) return { kind: "plea", offloading: plea[0] };
  if (bareAnswer.test(folded) || bareAnswer.test(asTyped)) return { kind: "bare-answer" };
  if (stuck.test(folded) || stuck.test(asTyped)) return { kind: "stuck" };
  return { kind: "other" };
}

function isWorking(message: string, reading: string, folded: string, known: readonly string[]): boolean {
  const steps = calculations(message);
  const knownSteps = known.flatMap(calculations);
  if (steps.some((step) => !knownSteps.some((other) => other.includes(step)))) return true;
  const knownWords = known.flatMap((text) => topicWords(readingsOf(text)[0] ?? text));
  const isOwn = (word: string) => !knownWords.some((other) => sameWord(other, word)) && !pleaWords.has(word);
  const own = new Set(topicWords(reading).filter((word) => word.length > 2 && isOwn(word)));
  return own.size >= wordsOfOwn && showsThinking.test(folded) && !pleas.some(([, pattern]) => pattern.test(folded));
}

/** Pieces of working: something computed on with a sign between two values. «x = 5» alone is a result, «2x = 15» a step. */
function calculations(text: string): readonly string[] {
  const pieces = latinUnknown(text).match(/[\p{Script=Latin}\d()²³^√.,\s+\-−–×·⋅*÷:/=<>≤≥]{3,160}/gu) ?? [];
  return pieces
    .map((piece) =>
      piece
        .replace(/[−–]/gu, "-")
        .replace(/[×·⋅]/gu, "*")
        .replace(/[\s.,]+$/u, "")
        .replace(/\s+/gu, ""),
    )
    .filter(
      (piece) => /\d/u.test(piece) && workingSign.test(piece.slice(1)) && !/^\p{L}=[-]?\d+([.,]\d+)?$/u.test(piece),
    )
    .filter((piece) => (piece.match(/\d+|\p{L}/gu) ?? []).length >= 3);
}

/** Words of asking and begging: they show no working however many they are. */
const pleaWords = new Set(
  (
    "зүгээр шууд хариу хариуг хариулт хэлээч хэлчих өгөөч өгчих бодоод бодож хийгээд бичээд багш зөвшөөрсөн болно гэсэн яаралтай одоо хурдан " +
    "тусал туслаач гуйя гуйж надад намайг миний ээ тэгээд тэгэхээр учраас маргааш өнөөдөр шалгалт даалгавар гэрийн цаг байхгүй амжихгүй " +
    "мэдмээр харахыг хүсэж алхам алхмаар эхлээд дараа нь яаж вэ"
  )
    .split(" ")
    .map(soundKey),
);

/** Whether a message is, but for some begging, the exercise itself copied in. */
export function isPasted(message: string): boolean {
  const sentences = message.split(/[.!?\n]+/u).filter((part) => part.trim().length > 3).length;
  return message.length >= 120 && (sentences >= 3 || /\n/u.test(message)) && /\d/u.test(message);
}
