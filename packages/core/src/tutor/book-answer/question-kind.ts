import { foldMongolian } from "../../kernel/mongolian/index.ts";

/** What a question wants, as far as its wording says; decides which sentences of a passage answer it. */
export type QuestionKind =
  | "definition"
  | "formula"
  | "list"
  | "reason"
  | "method"
  | "person-or-time"
  | "place"
  | "exercise"
  | "other";

/** Patterns over the folded question, most telling first. */
const patterns: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    "exercise",
    /(бодлог|дасгал|даалгавар)\p{L}*\s*(№|#)?\s*\d|\d+(-?р|\s*дугаар|\s*дэх|\s*дахь)?\s*(бодлог|дасгал|даалгавар)/u,
  ],
  [
    "exercise",
    /(^|\s)(бодож|бодоод|бодчих|бод|хариуг нь|хариуг|хариу нь)(\s+(огооч|ог|огно уу|оруул|хэл\p{L}*|бич\p{L}*))?\s*[.!?]*$/u,
  ],
  ["formula", /томь?ъ?(ё|е)о|тэгшитгэл|яаж тооцо|хэрхэн тооцо|яаж ол|хэрхэн ол/u],
  ["reason", /яагаад|юуны учир|ямар учраас|учир юу|шалтгаан/u],
  [
    "definition",
    /гэж юу|гэдэг нь юу|гэж хэн|гэж ямар|юуг хэлдэг|юуг .{0,30}гэ(ж|нэ|дэг)|тодорхойл|утга нь юу|юу гэсэн уг|^\s*\S+(\s\S+)?\s+юу вэ/u,
  ],
  ["person-or-time", /(^|\s)(хэн|хэзээ|хэдэн онд|хэд(эн)? онд)(\s|\?|$)/u],
  ["place", /(^|\s)хаа(на|наас|шаа)?(\s|\?|$)/u],
  [
    "list",
    /ямар .*(байдаг|байна|хуваа|ангил|орлого)|хэдэн (торол|хэлбэр|хэсэг|ус|зуйл)|торл?уу?д|торлийг|хэсгууд|шинжуу?д|ялгаа|нолоолох|шат(ууд)?|нэрл|жагса|юу ордог|юу юу/u,
  ],
  ["method", /яаж|хэрхэн|дараалал|алхам|туршилт/u],
];

/** Kind of a question in Cyrillic (a Latin one is read first, see `readingsOf`). */
export function questionKind(question: string): QuestionKind {
  const folded = foldMongolian(question).trim();
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? "other";
}
