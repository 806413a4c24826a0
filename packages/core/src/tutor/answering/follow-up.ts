import { foldMongolian, readingsOf, soundKey } from "../../kernel/mongolian/index.ts";
import type { Citation } from "../../textbook/schema.ts";
import { questionKind } from "../book-answer/question-kind.ts";
import { sameWord, topicWords, wordsOf } from "../book-answer/word-match.ts";
import type { SavedExchange } from "../ports.ts";

/** What a pupil may ask for about a topic beside an answer: simpler words, an example, or to be tested. */
export type FollowRequest = "simpler" | "example" | "quiz";

/** How a question stands to the thread before it. */
export interface FollowUp {
  readonly request?: FollowRequest;
  /** Whether it can't be understood without the thread. */
  readonly leans: boolean;
  /** Words that carry the question's own topic, by sound. */
  readonly ownWords: readonly string[];
}

/** What a thread is about. */
export interface ThreadTopic {
  /** The topic's words as they were typed, without the frame of the question. */
  readonly words: string;
  readonly question: string;
  /** Where the book says it; absent when nothing was cited. */
  readonly place?: Citation;
}

/** Patterns over the folded question. */
const requests: readonly (readonly [FollowRequest, RegExp])[] = [
  [
    "quiz",
    /(намайг|надаас|надад|намаиг)\s.*(шалга|сори|асуулт|тест)|шалгаж .*асуу|асуулт (нэг )?(асуугаа|асуу(\s|[.!?]|$)|асууж ог|тавь|тави|гарга|бэлд)|(^|\s)(шалгаач|шалгаад ог|сориод уз|quiz me|test me)/u,
  ],
  [
    "example",
    /жишээ\p{L}* .*(гарга|хэл|ог|аваа|авч|бич|дурд|узуул|бага|бий|уу|юу)|^\S*\s?\S*\s?жишээ\p{L}*[\s?.!]*$|example/u,
  ],
  [
    "simpler",
    /энгийнээр|энгиинээр|энгийн угээр|энгиин угээр|хялбараар|хялбарчил|амарханаар|ойлгомжтойгоор|ойлгомжтоигоор|(илуу|арай|араи) (энги|хялбар|амархан|ойлгом|оилгом)|(дахин|дахиад|оороор) .*(тайлбарла|таилбарла|хэл)|(^|\s)о[йи]лгосонгу[йи]|^о[йи]лгохгу[йи]|simpler|simply/u,
  ],
];

/** Words of such requests: they are no topic. */
const requestWords = (
  "илүү арай энгийн энгийнээр хялбар хялбараар амархан амарханаар ойлгомжтой ойлгомжтойгоор тайлбарла тайлбарлаач тайлбарлах " +
  "ойлгосонгүй ойлгохгүй ойлгуулаач жишээ гаргах гаргаж гаргаач өгөөч өгөх аваач хэлээч хэлэх намайг надад надаас шалгаж шалгаач " +
  "асуулт асуу асуугаач асууж сорих сориод нэг дахин дахиад цааш өөрөөр үгээр бодит тухай дээр болно ойлгох"
)
  .split(" ")
  .map(soundKey);

/** This, that, its, there: always about something named before. Folded. */
const demonstrative =
  /(^|\s)(энэ|энийг|энний|уун\p{L}*|ууний|тэр|тэрийг|тэрний|туун\p{L}*|эдгээр\p{L}*|тэдгээр\p{L}*|дээрх\p{L}*|эднийг|тэдний)(\s|[?.,!]|$)/u;
/** Why, then, further: about something named before when the question names nothing else. */
const continuing =
  /(^|\s)(тэгвэл|тэгээд|яагаад|жишээ\p{L}*|дахин|дахиад|цааш|харин|одоо|эхний|хоёр дахь|суулийн|сулийн|дэлгэрэнгуй)(\s|[?.,!]|$)/u;

/** Reads a question, typed in any spelling, for what it wants of the thread. */
export function readFollowUp(question: string): FollowUp {
  const reading = readingsOf(question)[0] ?? question;
  const folded = foldMongolian(reading).trim();
  const asTyped = foldMongolian(question).trim();
  const request = requests.find(([, pattern]) => pattern.test(folded) || pattern.test(asTyped))?.[0];
  const isRequestWord = (word: string) => requestWords.some((each) => each === word || sameWord(each, word));
  const words = topicWords(reading);
  const ownWords = request === undefined ? words : words.filter((word) => !isRequestWord(word));
  return {
    ...(request === undefined ? {} : { request }),
    leans: leans(folded, ownWords, request, wordsOf(reading).length),
    ownWords,
  };
}

function leans(folded: string, own: readonly string[], request: FollowRequest | undefined, length: number): boolean {
  if (own.length === 0) return true;
  if (request !== undefined) return demonstrative.test(folded) && own.length <= 1;
  if (demonstrative.test(folded)) return true;
  if (own.length > 1) return false;
  // A word by itself or in «… гэж юу вэ» names a topic; «Хэдэн төрөлтэй вэ?» says something of one.
  return continuing.test(folded) || (length > 1 && questionKind(folded) !== "definition");
}

/** The last question of a thread (oldest first) that had a topic of its own and was answered from the books. */
export function threadTopic(thread: readonly SavedExchange[]): ThreadTopic | undefined {
  const named = thread.findLast(
    ({ mode, question, answer }) =>
      mode === "answer" &&
      !readFollowUp(withoutMasked(question)).leans &&
      (answer === undefined || answer.citations.length > 0),
  );
  if (named === undefined) return undefined;
  const question = withoutMasked(named.question);
  const place = named.answer?.citations[0];
  return { question, words: topicPhrase(question), ...(place === undefined ? {} : { place }) };
}

/** A question's words that carry its topic, as typed: «Эс гэж юу вэ?» is about «Эс». */
export function topicPhrase(question: string): string {
  const { ownWords } = readFollowUp(question);
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => ownWords.includes(soundKey(word)));
  // Latin typing sounds like nothing in the readings: then the question itself must do.
  return kept.length > 0 ? kept.join(" ") : question;
}

/** «Миний утас [утасны дугаар], эс гэж юу вэ?»: the clause with what was masked is no part of the question, if another is left. */
export function withoutMasked(question: string): string {
  const clauses = question.split(/(?<=[,.;!?\n])\s*/u);
  const clean = clauses.filter((clause) => !/\[\p{L}[\p{L}\s-]*\]/u.test(clause)).join(" ");
  return clean.trim() === "" ? question : clean;
}
