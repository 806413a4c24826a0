import { soundKey } from "../../kernel/mongolian/index.ts";
import { readWords } from "../reading/read-words.ts";
import { keysOf } from "../rules/word-keys.ts";

const keys = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(soundKey));

/** Who a pupil's own message speaks of or to: oneself, the tutor, family, friends, school. */
const near = keys(
  "би бид миний минь маань намайг надад надаас надтай надруу бидний биднийг бидэнд манай манайх манайхан өөрийгөө өөрөө өөртөө чи чамайг чамд чиний та танай " +
    "найз найзын найзууд найзтай найздаа ээж ээжийн ээжид аав аавын аавд ах ахын эгч эгчийн дүү дүүгийн дүүгээ хойд өвөө эмээ багш багшийн ангийн анги ангийнхан " +
    "гэртээ гэрийнхэн яаж",
);
const english = new Set(
  "the is are am was to how do does did i you my me your of and what can could should would in on for with it a an that this where who why there have has will not be".split(
    " ",
  ),
);
/** By sound: a wish, or what has just happened to somebody: -маар, -лаа. Such verbs need no «би». */
const ownVerb = /(?:маар|меер|моор|лаа|лее|лоо)$/u;

/** How a message is spoken: by a pupil about somebody near, as a report of the world, or in English, which has its own rules. */
export function wayOfSpeaking(text: string): "own" | "report" | "english" {
  const words = readWords(text, (letters) => [{ text: letters, at: 0 }]);
  const known = words.filter(({ text: word }) => english.has(word)).length;
  if (known >= 2 && known * 5 >= words.length) return "english";
  const isOwn = words.some(({ text: word }) => keysOf(word).some(({ key }) => near.has(key) || ownVerb.test(key)));
  return isOwn ? "own" : "report";
}
