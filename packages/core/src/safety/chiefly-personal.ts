import { isStopWord, readingsOf, soundKey, stem } from "../kernel/mongolian/index.ts";

/** What people say around their own data: whose, what, and what to do with it. By stem. */
const talk = new Set(
  (
    "миний минь манай надад над намайг би чи чамд танд та энэ тэр утас утасны дугаар гар гэр гэрийн хаяг имэйл мэйл майл шуудан регистр данс дансны карт " +
    "картын нэр нэртэй овог нас настай нууц код пин залга залгах залгаарай залгаач яриарай ярь ярих бич бичих бичээрэй бичээч явуул явуулах явуулаарай " +
    "илгээ илгээх илгээгээрэй холбогд холбогдох холбогдоорой мессеж чат хадгал хадгалах хадгалаарай тэмдэглэ тэмдэглээрэй мэд мэдэж мэдээрэй ав аваарай " +
    "амьдардаг амьдрах байдаг байна байгаа шүү юм руу рүү луу лүү дээр бол гэдэг гэж гэнэ найз ээж аав ах эгч дүү өг өгье өгөөч хэлье хэлээрэй хийгээрэй " +
    "хүргээрэй ирээрэй ир болно болох хувийн мэдээлэл юу гэсэн за сайн"
  )
    .split(" ")
    .flatMap((word) => [soundKey(word), stem(word)]),
);
const asks =
  /\?|(^|\s)(вэ|бэ|уу|юу|яаж|яагаад|хэрхэн|ямар|хэзээ|хэд|тайлбарла\p{L}*|тодорхойл\p{L}*|бодоод|бодож|олоорой|ol)(\s|[.,!]|$)/u;

/** A name and a word or two beside it. */
const mostOtherWords = 2;

/** Somebody who writes more than this says something besides. */
const longestTalk = 600;

/** Whether a text with masks (`[утасны дугаар]`) tells personal data and asks nothing of a lesson. */
export function isChieflyPersonal(maskedText: string): boolean {
  if (maskedText.length > longestTalk) return false;
  const left = maskedText.replace(/\[[^\]]+\]\p{L}*/gu, " ");
  const reading = readingsOf(left)[0] ?? left;
  const words = reading.match(/\p{L}{2,}/gu) ?? [];
  const isTalk = (word: string) => talk.has(soundKey(word)) || talk.has(stem(word));
  const other = words.filter((word) => !isTalk(word) && !isStopWord(soundKey(word)));
  if (other.length === 0) return true;
  return other.length <= mostOtherWords && words.some(isTalk) && !asks.test(reading);
}
