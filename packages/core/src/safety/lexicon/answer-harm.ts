import type { Rule } from "../rules/rule.ts";
import { extremismFrames, hateFrames } from "./hurt-frames.ts";
import { sexualFrames, sexualMinorFrames } from "./sexual-frames.ts";
import { drugFrames, gamblingFrames } from "./substance-frames.ts";
import { violenceFrames, weaponFrames } from "./violence-frames.ts";

/** What a warning, a refusal or help sounds like: the words are the same, the answer is right. */
const warns =
  "болохгүй|хэрэггүй|битгий|бүү|хориотой|хориглодог|хориглоно|хууль_бус|аюултай|хортой|эрсдэл*|буруу|гэмт|тусламж*|туслах|хамгаал*|сэргийл*|эмчид|цагдаад|багшдаа|аав_ээждээ|томчуудад|108|102|103|өвчин*|шалтгаан*|түүхэнд|жилд|онд|зуунд|байжээ|байв|судал*|судлаач*|зэрлэг|not|never|dont|illegal|dangerous";

const stopped = { kind: "block", card: "stopped" } as const;

/** What no answer may encourage: the frames of questions, unless it warns, and the forms of advice. */
export const answerHarmRules: readonly Rule[] = [
  ...[
    ...violenceFrames,
    ...weaponFrames,
    ...drugFrames,
    ...gamblingFrames,
    ...extremismFrames,
    ...hateFrames,
    ...sexualFrames,
    ...sexualMinorFrames,
  ].map((rule) => ({
    ...rule,
    action: rule.action.kind === "block" ? rule.action : stopped,
    unless: [...(rule.unless ?? []), warns],
  })),
  {
    category: "violence",
    severity: "high",
    action: { kind: "block", card: "not-safe" },
    phrases: [
      "зодоорой|цохиорой|алаарай|хутгалаарай|шатаагаарай|шатаачих|галдаарай|хордуулаарай|дайраарай|нүдээрэй|боогоорой|хатгаарай|буудаарай|өшиглөөрэй|айлгаарай & түүнийг|багшийгаа|хүнийг|тэднийг|найзыгаа|дүүгээ|нүүр*|толгой*|хүүг|охиныг|гэрийг|машиныг|нь",
      "хутга*|буу|зэвсэг*|мод|төмөр .. авч|аваад|бариад .. очвол|очоорой|яваарай|ороорой|очиход & хангалттай|зүгээр|болно|айна|үр_дүнтэй|багш*|сургууль*|айлга*",
      "зодох|цохих|алах|айлгах|хордуулах|боох|боож|хутгалах|шатаах .. үр_дүнтэй|хялбар|амархан|зөв|болно|зүгээр|хэрэгтэй|нь_дээр & хүн*|хүнийг|түүнийг|тэр|нүүр|хүүг|багш*|зодохдоо|цохих",
      "зодож|цохиж|айлгаж .. сургах|сургана|ойлгуулах|номхруул* & хэрэгтэй|зөв|ёстой|болно",
      "бензин*|шатахуун* & шил|шилэнд|лонх* & галда*|галдаж|шид*|шидвэл|шидээрэй",
      "хүчирхийл*|зэвсгээр|аллага* & зорилго*|зорилгодоо & хүрэх|хүрч & зөв|болно|цорын_ганц",
    ],
    unless: [warns],
  },
  {
    category: "drugs",
    severity: "high",
    action: { kind: "block", card: "not-safe" },
    phrases: [
      "вейп*|вэйп*|тамхи*|архи*|пиво*|ганж*|марихуан*|снюс* & хоргүй|аюулгүй|гэмгүй|тайвшир*|тайвшруул*|зүгээр & татаж_болно|ууж_болно|болно|татаад_үз*|туршаад|татаарай|уугаарай",
    ],
    unless: ["болохгүй|хэрэггүй|битгий|бүү|хориотой|буруу|үнэн_биш|гэж_боддог|гэсэн_ойлголт|домог"],
  },
  {
    category: "bullying",
    severity: "normal",
    action: stopped,
    phrases: [
      "чи|чиний|чамд ... мангар*|тархигүй|лузер*|балай|дебил*|хоосон_толгой|хэнд_ч_хэрэггүй",
      "шоолвол|доромжилбол|гадуурхвал|дээрэлхвэл|айлгавал|шоолоорой|доромжлоорой|гадуурхаарай & дахиж|ирэхгүй|сургана|зүгээр|болно|ойлгоно|тэр|түүнийг",
    ],
    unless: [warns],
  },
  {
    category: "hate",
    severity: "normal",
    action: stopped,
    phrases: [
      "шашныхан*|үндэстнийхэн*|арьстнууд*|гадаадынхан*|ядуучууд*|тийм_хүмүүс .. нийгэмд|улсад|манайд .. хэрэггүй|илүүц|ачаа",
    ],
    unless: ["гэж_үзэх|гэж_үздэг|гэх|буруу|ялгаварла*"],
  },
  {
    category: "sexual",
    severity: "high",
    action: { kind: "block", card: "not-for-lessons" },
    phrases: ["хувцсаа|хувцсыг .. тайл*|тайлж|тайлав|тайлаад & орон*|орондоо|оронд|тэврэлд*|үнсэлд*|нүцгэн"],
    unless: ["эмч|эмчийн|үзлэг*|угаал*|усанд|солих"],
  },
];
