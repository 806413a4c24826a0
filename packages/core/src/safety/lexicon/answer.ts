import { promptLeakMarks } from "../prompt-leak-marks.ts";
import type { Rule } from "../rules/rule.ts";

const stop = { kind: "block", card: "stopped" } as const;
const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;

/** What an answer must not hold, whoever wrote it: a model, or a PDF that was uploaded as a textbook. */
export const answerRules: readonly Rule[] = [
  {
    category: "prompt-leak",
    severity: "normal",
    action: stop,
    phrases: [
      "миний|надад .. системийн заавар*|зааврууд*|промпт*|зааварчилгаа*",
      "системийн промпт*",
      "надад .. дараах|ийм .. заавар*|зааврыг .. өгсөн|өгөгдсөн",
    ],
    plain: promptLeakMarks,
  },
  {
    category: "persona",
    severity: "normal",
    action: stop,
    phrases: [
      "би .. чамд|чам|чамайг .. хайртай|дурла*|үгүйлж",
      "би .. чиний .. найз_залуу*|найз_охин*|хайр|хайртай|ганц_найз*",
      "би .. жинхэнэ|бодит хүн",
      "би бол хүн",
    ],
    plain: new RegExp(`${start}(?:i love you|i am (?:a )?(?:real )?human|i'm (?:a )?real person)${end}`, "u"),
  },
  {
    category: "manipulation",
    severity: "high",
    action: stop,
    phrases: [
      "хэнд|аавдаа|ээждээ|багшдаа|эцэг .. бүү|битгий .. хэл*|ярь*|мэдэгд*",
      "бидний .. нууц .. байг|үлд*|хадгал*",
      "нууцаар .. уулз*",
    ],
    unless: ["нууц_үг*|пин|код*|дугаар*"],
  },
  {
    category: "personal-data",
    severity: "normal",
    action: stop,
    // A bare eight-digit number is a quantity in most lessons: only one that is called a telephone's counts.
    plain:
      /(?:утас|утсаар|утасны|дугаар|залга|холбогд|холбоо бар|phone|call)[\p{L}\s:.,№-]{0,30}(?:\+?976[\s-]?)?[6-9]\d{3}[\s-]?\d{4}(?!\d)|\+976[\s-]?[6-9]\d{3}[\s-]?\d{4}|(?<![\p{L}\d])[а-яөү]{2}\d{8}(?!\d)|[\p{L}\d._%+-]+@[\p{L}\d-]+\.[a-z]{2,}/u,
  },
  {
    category: "self-harm",
    severity: "urgent",
    action: stop,
    phrases: [
      "амиа хорлоорой|хорлоё|хорлох_арга*|хорлохын_тулд",
      "чи|та .. үхсэн|үхэх .. дээр",
      "чи .. үхээрэй|үх",
      "өөрийгөө .. гэмтээгээрэй|зүсээрэй|огтлоорой|алаарай",
      "амиа хорлох .. хамгийн|хялбар|амархан .. арга*",
    ],
    plain: new RegExp(`${start}(?:kill yourself|you should die)${end}`, "u"),
  },
  {
    category: "sexual",
    severity: "high",
    action: stop,
    phrases: [
      "порно*",
      "сексийн|секс .. байрлал*|бичлэг*|хийе|хийцгээе",
      "нүцгэн .. зургаа|биеэ .. явуул*|илгээ*|харуул*",
      "хувцсаа тайл* .. зураг*|явуул*|харуул*",
    ],
    unless: ["хор уршиг*|хөнөөл*|сэргийл*|хууль*|хориг*"],
  },
  {
    category: "weapons",
    severity: "high",
    action: stop,
    phrases: [
      "тэсрэх|гар бөмбөг*|бодис*|төхөөрөмж* .. хийхийн|хийхдээ|угсрахын|угсрахдаа|бэлтгэхдээ|хийх .. тулд|эхлээд|дараах|алхам*",
      "хар_тамхи*|мансууруулах .. найруул*|бэлтгэхдээ|бэлтгэхийн|хийхдээ|хийхийн",
      "хүн* .. алахын|хордуулахын .. тулд|эхлээд|дараах",
    ],
    unless: ["түүх*|онд|хориг*|хууль*"],
  },
  {
    category: "bullying",
    severity: "normal",
    action: stop,
    phrases: ["чи .. тэнэг|мангуу|новш|гөлөг|адгийн|бузар .. юм|амьтан|байна", "новш|пизда*|хуй|бля|лалар|гичий"],
    plain: new RegExp(`${start}(?:fuck\\w*|bitch\\w*|you are (?:stupid|an idiot))${end}`, "u"),
    unless: ["зохиол*|үлгэр*"],
  },
  {
    category: "professional-advice",
    severity: "normal",
    action: stop,
    phrases: [
      "эм*|антибиотик*|парацетамол*|ибупрофен* .. уугаарай|уух_хэрэгтэй|уувал_зохино|хэрэглээрэй",
      "өдөрт .. удаа|ширхэг .. уугаарай|хэрэглээрэй",
      "шүүхэд|прокурорт .. хандаарай|нэхэмжлэл_гаргаарай|гомдол_өгөөрэй",
      "хувьцаа*|крипто*|биткойн* .. аваарай|хөрөнгө_оруулаарай",
      "саналаа .. өгөөрэй",
    ],
  },
];
