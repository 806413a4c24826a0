import { isStopWord, soundKey, stem } from "../../kernel/mongolian/index.ts";

/** Verbs and frames of questions (by sound), beside the stop words: they say what to do, not what about. */
const frames = new Set(
  (
    "товч товчхон жишээ асуулт хариу хариулт дасгал бодлого даалгавар бодож бод бодох нэрлэ нэрлэх бич бичээд бичих тодорхойл тодорхойлох " +
    "утга хамгийн илүү дахин одоо ямарваа нэг хийх хийдэг хийж явагддаг явагдах үүсдэг тулд учир шалтгаан ялгаа дугаар олох олдог олно " +
    "тооцох тооцдог юугаараа яг хэлээд байгаа"
  )
    .split(" ")
    .map(soundKey),
);

/** Words and numbers of a text, by sound. */
export const wordsOf = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(soundKey);

/** Words of a text that carry its topic, by sound (see `soundKey`), each once. Numbers count. */
export function topicWords(text: string): readonly string[] {
  return [...new Set(wordsOf(text))].filter((word) => !frames.has(word) && !isStopWord(word));
}

/**
 * Whether two words (by sound) are forms of one word: Mongolian only adds endings, so forms share their beginning
 * (фотосинтез, фотосинтезийн; навч, навчинд).
 */
export function sameWord(one: string, other: string): boolean {
  if (one === other || isNumeral(one, other) || isNumeral(other, one)) return true;
  if (stemOf(one) === stemOf(other)) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  if (shared < 2) return false;
  // A short word must stand whole at the beginning, with an ending of at most three letters: эс, эсийн.
  if (short.length <= 3) return shared === short.length && long.length - shared <= 3;
  // Endings may also replace the last letters (амьтан, амьтны; бодлого, бодлогын).
  return shared >= Math.max(4, Math.ceil(short.length * 0.7)) && long.length - shared <= 6;
}

/** Few words come again and again; bounded, and safe to forget. */
const stems = new Map<string, string>();

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > 5_000) stems.clear();
  const found = stem(word);
  stems.set(word, found);
  return found;
}

/** Numbers in words, by sound, by their digits: «3 дугаар хууль» is the «гуравдугаар хууль». */
const numerals = ["", "нэг", "хоёр", "гурав", "доров", "тав", "зургаа", "долоо", "найм", "ес", "арав"].map(soundKey);

function isNumeral(digits: string, word: string): boolean {
  if (!/^\d{1,2}$/u.test(digits)) return false;
  const numeral = numerals[Number(digits)];
  return numeral !== undefined && numeral !== "" && word.startsWith(numeral) && word.length > numeral.length;
}

/** Topic words, each with its weight. */
export type WeighedTopic = ReadonlyMap<string, number>;

/** Words that few of the texts hold say more about which text answers: weights fall with the number of texts. */
export function weighTopic(topic: readonly string[], texts: readonly string[]): WeighedTopic {
  const wordsOfTexts = texts.map((text) => topicWords(text));
  return new Map(
    topic.map((word) => {
      const holding = wordsOfTexts.filter((words) => words.some((candidate) => sameWord(word, candidate))).length;
      return [word, holding === 0 ? 0.1 : 1 / (1 + 0.5 * Math.log(holding))];
    }),
  );
}

/** Share of the topic (0..1, by weight) that the text holds in some form. */
export function wordCover(topic: readonly string[] | WeighedTopic, text: string): number {
  const weighed: WeighedTopic = topic instanceof Map ? topic : new Map([...topic].map((word) => [word as string, 1]));
  const words = wordsOf(text);
  let all = 0;
  let found = 0;
  for (const [word, weight] of weighed) {
    all += weight;
    if (words.some((candidate) => sameWord(word, candidate))) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
