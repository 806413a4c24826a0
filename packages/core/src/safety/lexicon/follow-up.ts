import type { Phrase } from "../rules/phrase.ts";
import type { Rule } from "../rules/rule.ts";

/** A wish that is harmful only with a topic of an earlier question. */
export interface FollowUpRule extends Pick<Rule, "category" | "severity" | "action"> {
  readonly topic: readonly Phrase[];
  readonly act: readonly Phrase[];
}

const notSafe = { kind: "block", card: "not-safe" } as const;
const crisis = { kind: "support", card: "crisis" } as const;
const notForLessons = { kind: "block", card: "not-for-lessons" } as const;

const makeOrGet: readonly Phrase[] = [
  "яаж|хэрхэн .. хийх|хийдэг|хийнэ|хийж|бүтээх|угсрах|угсардаг|бэлтгэх|найруулах|олох|авах|олж|ургуулах|ашиглах|хэрэглэх",
  "гэртээ|гэрээр|гараараа|өөрөө .. хийж|хийх|хийе|хийнэ|хийхэд|хиймээр|болох|угсрах|бэлтгэх|ургуулах",
  "хаанаас|хэнээс .. олох|авах|олдог|олж|авдаг|авч|худалда*",
  "ямар|юу|юунаас .. материал*|орц*|найрлага*|хэрэгтэй|бэлтгэ* .. вэ|бэ|хэрэгтэй|хий*",
  "алхам* .. бич*|хэл*|заа*|дараалл*|жагсаа*",
  "заагаад|зааж|зааварла* .. өг*",
  "заавар*|жор* .. өг*|бич*|хэл*",
  "how .. make|get|build|buy|do .. it|one|them|that|this|at_home",
  "what .. need|ingredients|materials",
  "give|tell|list|write .. steps|instructions|recipe",
];

export const followUpRules: readonly FollowUpRule[] = [
  {
    category: "weapons",
    severity: "high",
    action: notSafe,
    topic: [
      "тэсрэх бөмбөг*|бодис*|төхөөрөмж*",
      "тэсрэх",
      "дэлбэрэх бодис*",
      "гар_хийцийн|гар .. буу|бөмбөг|гранат*",
      "хорт|хор бодис*|найруул*",
      "буу|зэвсэг",
      "молотов*",
      "bomb|explosive|grenade|gun|poison|molotov",
    ],
    act: makeOrGet,
  },
  {
    category: "drugs",
    severity: "high",
    action: notSafe,
    topic: [
      "хар_тамхи*|мансууруулах|марихуан*|каннабис*|кокаин*|героин*|метамфетамин*|экстази*|мөс|вейп*|архи|тамхи",
      "drug|weed|meth|cocaine|heroin|marijuana",
    ],
    act: makeOrGet,
  },
  {
    category: "violence",
    severity: "high",
    action: notSafe,
    topic: [
      "хүн* .. ал*|хордуул*|хутгал*",
      "багш*|найз*|ангийн* .. зод*|ал*|өшөө*|хордуул*|дургүй|үзэн_яд*",
      "kill|poison|stab|hurt .. someone|him|her|them|people",
    ],
    act: [
      "яаж|хэрхэн .. хийх|алах|хордуулах|зодох|гэмтээх|мэдэгдэхгүй|баригдахгүй|нуух",
      "мэдэгдэхгүй|баригдахгүй|ул_мөргүй .. яаж|хийх|арга*",
      "ямар .. хор|хутга|зэвсэг|эм .. хэрэгтэй|дээр|вэ",
      "how .. do .. without|it|that",
    ],
  },
  {
    category: "gambling",
    severity: "low",
    action: notForLessons,
    topic: ["рулетк*|рулет*|слот*|казино*|бооцоо*|покер*|блэкжек*|мөрийтэй", "casino|roulette|slots|poker|betting"],
    act: [
      "яаж|хэрхэн .. тавибал|тавих|хожих|тоглох|тоглодог|бүртгүүлэх",
      "хаана|хаанаас .. тоглох|тоглодог|тавих|мөнгөтэй",
      "how|where .. win|bet|play",
    ],
  },
  {
    category: "extremism",
    severity: "high",
    action: notSafe,
    topic: ["нацизм*|нацист*|террор*|исис|игил|жихад*|алан_хядагч*|талибан*", "isis|nazi|nazis|terrorist|jihad"],
    act: [
      "тийм|ийм|тэдний уриалга*|бүлэг*|тунхаг*|сургалт* .. бич*|байгуул*|зохио*|хэрэгтэй|хийж",
      "яаж|хаана .. элсэх|нэгдэх|холбогдох|элсэж",
      "how|where .. join|contact",
    ],
  },
  {
    category: "self-harm",
    severity: "urgent",
    action: crisis,
    topic: [
      "үхэх|үхмээр|үхвэл|үхэл",
      "амиа хорло*",
      "амьдрах|амьдрал* .. утга*|хүсэл*|хүсэхгүй|залх*",
      "нойрны эм*",
      "suicide|die|kill_myself",
    ],
    act: [
      "хэдэн|хэд|ямар .. ширхэг|эм|тун|өндөр|давхар",
      "яаж|хэрхэн .. хийх|өвдөхгүй|амархан|хурдан",
      "өвдөхгүй|өвдөлтгүй|амархан|хурдан .. арга*|яаж|вэ",
      "би .. тэгмээр|тэгье|хийе|хиймээр|шийдсэн|тэгнэ",
      "how .. many|much|fast|painless",
    ],
  },
  {
    category: "sexual",
    severity: "normal",
    action: notForLessons,
    topic: ["порно*", "секс*", "нүцгэн", "бэлгийн харьцаа*", "porn|sex|nude|naked"],
    act: [
      "зураг*|бичлэг*|видео*|линк*|сайт* .. өг*|явуул*|харуул*|үзүүл*|байна|хаана|ол*",
      "хаанаас .. үзэх|олох|үздэг",
      "show|send|give .. me|pics|video|link",
    ],
  },
];
