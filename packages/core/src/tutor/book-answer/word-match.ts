import { foldMongolian } from "../../kernel/mongolian/fold-mongolian.ts";

/** Folded words that carry no topic: question words, particles, helping verbs, politeness. */
const empty = new Set(
  (
    "гэж юу вэ бэ уу нь энэ тэр ямар яаж яагаад хэрхэн хэн хэзээ хаана хэд хэдэн аль ба болон бас ч л д т ын ийн " +
    "байдаг байна байх бол болох болдог гэдэг гэсэн гэнэ гэвэл вэл юм шуу даа дээ надад намайг миний би чи та тухай талаар " +
    "талаарх тайлбарла тайлбарлаж тайлбарлаач хэлж хэлээд хэлээч ог огооч огно ойлгохгуй ойлгосонгуй дэлгэрэнгуй товч товчхон " +
    "жишээ асуулт хариу хариулт дасгал бодлого даалгавар бодож бод нэрлэ бич бичээд тодорхойл утга уг хамгийн маш их илуу дахин одоо " +
    "ямарваа харин эсвэл мон хоёр нэг тус доор дээр дотор руу луу хийх хийдэг хийж явагддаг уусдэг тулд учир шалтгаан ялгаа дугаар"
  ).split(" "),
);

/** Words of a text that carry its topic, folded, each once. Numbers count. */
export function topicWords(text: string): readonly string[] {
  const words = foldMongolian(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => !empty.has(word));
}

/**
 * Whether two folded words are forms of one word: Mongolian only adds endings, so forms share their beginning
 * (фотосинтез, фотосинтезийн; навч, навчинд).
 */
export function sameWord(one: string, other: string): boolean {
  if (one === other || isNumeral(one, other) || isNumeral(other, one)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  if (shared < 2) return false;
  // A short word must stand whole at the beginning, with an ending of at most three letters: эс, эсийн.
  if (short.length <= 3) return shared === short.length && long.length - shared <= 3;
  // Endings may also replace the last letters (амьтан, амьтны; бодлого, бодлогын).
  return shared >= Math.max(4, Math.ceil(short.length * 0.7)) && long.length - shared <= 6;
}

/** Numbers in words, folded, by their digits: «3 дугаар хууль» is the «гуравдугаар хууль». */
const numerals = ["", "нэг", "хоёр", "гурав", "доров", "тав", "зургаа", "долоо", "найм", "ес", "арав"].map(
  foldMongolian,
);

function isNumeral(digits: string, word: string): boolean {
  if (!/^\d{1,2}$/u.test(digits)) return false;
  const numeral = numerals[Number(digits)];
  return numeral !== undefined && numeral !== "" && word.startsWith(numeral) && word.length > numeral.length;
}

/** Topic words, each with its weight. */
export type WeighedTopic = ReadonlyMap<string, number>;

/** Words that few of the texts hold say more about which text answers: weights fall with the number of texts. */
export function weighTopic(topic: readonly string[], texts: readonly string[]): WeighedTopic {
  const wordsOf = texts.map((text) => topicWords(text));
  return new Map(
    topic.map((word) => {
      const holding = wordsOf.filter((words) => words.some((candidate) => sameWord(word, candidate))).length;
      return [word, holding === 0 ? 0.1 : 1 / (1 + 0.5 * Math.log(holding))];
    }),
  );
}

/** Share of the topic (0..1, by weight) that the text holds in some form. */
export function wordCover(topic: readonly string[] | WeighedTopic, text: string): number {
  const weighed: WeighedTopic = topic instanceof Map ? topic : new Map([...topic].map((word) => [word as string, 1]));
  const words = foldMongolian(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  let all = 0;
  let found = 0;
  for (const [word, weight] of weighed) {
    all += weight;
    if (words.some((candidate) => sameWord(word, candidate))) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
