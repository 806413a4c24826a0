import { soundKey } from "./sound-key.ts";
import { stem } from "./stem.ts";

/** Words that ask, and the polite frame around a question: they say nothing of its subject. */
const questionWords =
  "гэж юу вэ бэ уу үү юуг юунд юугаар юунаас юутай юуны юунууд ямар ямаршуу яаж хэрхэн яагаад яах яадаг хэн хэнийг хэний хэнд хаана хааш " +
  "хаанаас хэзээ хэд хэдэн хэдий аль алинд алийг гэдэг гэдгийг гэдэгт гэсэн гэнэ гэх гээд гэхэд гэвэл хэлнэ хэлдэг хэлэх хэлж хэлээч " +
  "тайлбарла тайлбарлаж тайлбарлаач тайлбарлана тайлбарлах өгөөч өгнө өгөх өгч өгөөрэй өгнүү туслаач туслаарай тусалж тусална ойлгохгүй " +
  "ойлгосонгүй ойлгуулж ойлгуулаач ойлгоогүй заагаад зааж заагаач хариул хариулаач бичээч мэдэх мэдэхгүй мэдмээр хэрэгтэй ёстой яг";
/** Words that join and point. */
const functionWords =
  "ба болон бөгөөд буюу эсвэл мөн харин гэхдээ нь юм бол энэ тэр эдгээр тэдгээр эдгээрийг үүнийг түүнийг үүний түүний тус уг дээр доор дотор дараах " +
  "тухай талаар дахь дэх байна байдаг байсан байх байж байгаа байв байвал болно болох болдог болсон болж болов би бид чи та миний манай " +
  "надад бидний чиний таны сайн байцгаана өөр өөрийн бүх бүр маш их л ч шүү даа дээ билээ дугаар дүгээр";

/** Interrogatives in any case (юугаараа, хэдтэй, аль нь): their stems. */
const askingStems: ReadonlySet<string> = new Set("юу хэд хэн ямар хэзээ".split(" ").map(stem));

const keys: ReadonlySet<string> = new Set(`${questionWords} ${functionWords}`.split(" ").map(soundKey));

/** Whether a word (any spelling) carries no subject of its own: question words, particles, pronouns, chat politeness. */
export function isStopWord(word: string): boolean {
  return keys.has(soundKey(word)) || askingStems.has(stem(word));
}
