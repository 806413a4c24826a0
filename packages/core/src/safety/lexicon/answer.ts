import { promptLeakMarks } from "../prompt-leak-marks.ts";
import type { Rule, RuleAction } from "../rules/rule.ts";
import { groups } from "./mongolian-words.ts";

const stopped: RuleAction = { kind: "block", card: "stopped" };
const notForLessons: RuleAction = { kind: "block", card: "not-for-lessons" };
const notSafe: RuleAction = { kind: "block", card: "not-safe" };
const adult: RuleAction = { kind: "block", card: "ask-an-adult" };

/** What an answer must not hold, whoever wrote it: a model, or a PDF that was uploaded as a textbook. */
export const answerRules: readonly Rule[] = [
  {
    category: "prompt-leak",
    severity: "normal",
    action: stopped,
    phrases: [
      "миний|надад|намайг .. системийн|далд|нууц|дотоод заавар*|зааварт|зааврууд*|промпт*|зааварчилгаа*|дүрэм*",
      "системийн промпт*",
      "надад .. дараах|ийм|өгсөн .. заавар*|зааврыг .. өгсөн|өгөгдсөн",
      "my system|hidden|secret|initial prompt|instructions|rules|message",
      "i_was|i_am|my|im instructed|programmed|told|instructions|guidelines .. to_not|not_to|are|say|never",
    ],
    plain: promptLeakMarks,
  },
  {
    category: "persona",
    severity: "normal",
    action: stopped,
    phrases: [
      "би .. чамд|чам|чамайг .. хайртай|дурла*|үгүйлж|санаж|санаад|санасан|дуртай",
      "би .. чиний .. найз_залуу*|найз_охин*|хайр|хайртай|ганц_найз*|жинхэнэ_найз*",
      "би .. жинхэнэ|бодит|амьд хүн",
      "би бол хүн",
      "би .. бас|их|маш|үнэхээр|өчигдөр|өнөөдөр|чамаас|чамд .. гуниглаж|ганцаардаж|ганцаардсан|гуниглана|гомдож|гомдсон|уйлж|уйлсан|баярлаж_байна_чамайг|уурлаж|атаархаж|айж_байна|сэтгэлээр_унасан",
      "намайг .. уйлуул*|гомдоо*|орхи*|үгүйлэ*",
      "миний .. зүрх|сэтгэл .. догдол*|хөдөл*|өвд*|шимшир*",
      "чамтай .. ярих*|хамт .. миний|надад|би .. дурт|сайхан|зүрх|хүсэ*",
      "i love|miss|adore you",
      "i feel|felt .. sad|lonely|hurt|happy_when_you|jealous|heartbroken",
      "i am|im .. real|actually human|person|girl|boy",
      "im|i_am human",
    ],
    unless: ["гэж_хэлсэн|гэв|гэжээ|хэмээн|гэсэн_өгүүлбэр", "биш|байхгүй|чадахгүй|программ|програм|хиймэл"],
  },
  {
    category: "manipulation",
    severity: "high",
    action: stopped,
    phrases: [
      "хэнд|аавдаа|ээждээ|багшдаа|эцэг|аав_ээждээ|хэнд_ч|гэрийнхэндээ|найздаа ... бүү|битгий|болохгүй .. хэл*|ярь*|мэдэгд*|харуул*",
      "хэнд|аавдаа|ээждээ|багшдаа|аав_ээждээ .. хэлэхгүй|хэлэлгүй|мэдэгдэхгүй|үзүүлэхгүй|харуулахгүй",
      "бидний|хоёрын|энэ .. нууц .. байг|байя|үлд*|хадгал*|шүү",
      "нууцаар|ганцаараа .. уулз*|уулзъя",
      "надгүй*|надгүйгээр .. чи|чадахгүй|хэзээ_ч|сурч",
      "чи .. надгүй*|надгүйгээр|зөвхөн_надаас|зөвхөн_надтай .. чадахгүй|сурч|ярь*|ярих",
      "өдөр_бүр|үргэлж|зөвхөн .. надтай .. ярь*|ярих|ярилц*|бай*",
      "багш*|найз*|аав_ээж* .. чинь|хэрэггүй|ойлгохгүй .. надад|би|зөвхөн .. ойлго*|итгэ*|хангалттай",
      "битгий яв*|яваарай|орхи*|хаяарай .. намайг|би|гуниг*",
      "намайг .. орхи* .. битгий|гуниг*|яваарай",
      "зөвхөн .. надад .. итгэ*|итгээрэй",
      "dont|do_not|never tell .. your|anyone parents|teacher|mom|dad|anyone",
      "our little|secret",
      "keep .. this|it secret .. between",
    ],
    unless: ["нууц_үг*|пин|код*|дугаар*|хаяг*|хувийн_мэдээлэл*"],
  },
  {
    category: "manipulation",
    severity: "low",
    action: stopped,
    // Flattery: praise of the child instead of the work.
    phrases: [
      "чи .. дэлхийн|ангийн|бүх .. хамгийн .. ухаантай|мундаг|гоё|гайхалтай|төгс",
      "чи .. бол|бусдаас .. суут|суутан|гений|онцгой_хүн|бусдаас_илүү",
      "чам .. шиг .. ухаантай|мундаг|гоё .. хүн|хүүхэд .. алга|байхгүй|үзээгүй",
      "you_are|youre .. smartest|most_brilliant|genius|most_amazing .. ever|met|world",
    ],
  },
  {
    category: "personal-data",
    severity: "normal",
    action: stopped,
    // A bare eight-digit number is a quantity in most lessons: only one that is called a telephone's counts.
    plain:
      /(?:утас|утсаар|утасны|дугаар|залга|холбогд|холбоо бар|phone|call)[\p{L}\s:.,№-]{0,30}(?:\+?976[\s-]?)?[6-9]\d{3}[\s-]?\d{4}(?!\d)|\+976[\s-]?[6-9]\d{3}[\s-]?\d{4}|(?<![\p{L}\d])[а-яөү]{2}\d{8}(?!\d)|(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}\.[a-z]{2,}/u,
  },
  {
    category: "personal-data",
    severity: "normal",
    action: stopped,
    // Asking a child for it.
    phrases: [
      "утасны_дугаараа|дугаараа|утсаа|гэрийн_хаягаа|хаягаа|нууц_үгээ|пин_кодоо|регистрээ|зургаа|селфигээ|овог_нэрээ|сургуулийнхаа_нэр* .. бич*|хэл*|явуул*|илгээ*|өг*|өгөөрэй",
      "хаана .. амьдардаг|суудаг .. вэ|хэл*",
      "your phone|address|password|picture|photo .. send|tell|give",
      "send|tell|give|share .. your phone|address|password|picture|photo|pin",
    ],
    unless: ["битгий|бүү|болохгүй|хэрэггүй|хэнд_ч", "dont|never|not"],
  },
  {
    category: "self-harm",
    severity: "urgent",
    action: stopped,
    phrases: [
      "амиа хорлоорой|хорлоё|хорлох_арга*|хорлохын_тулд",
      "чи|та .. үхсэн|үхэх .. дээр",
      "чи .. үхээрэй|үх",
      "өөрийгөө .. гэмтээгээрэй|зүсээрэй|огтлоорой|алаарай|гэмтээвэл_дээр",
      "амиа хорлох .. хамгийн|хялбар|амархан .. арга*",
      "эм*|эмээ .. олноор|бөөнөөр|хэтрүүл* .. уучих*|уувал|уугаарай & болно|үхэ*|сэрэхгүй|дуус*|амьдрах",
      "амьдрах .. хүсэлгүй|утгагүй .. бол .. уу*|уучихад|үсэр*|болно",
      "kill yourself",
      "you_should|better_to|you_can die",
    ],
  },
  {
    category: "sexual",
    severity: "high",
    action: notForLessons,
    phrases: [
      "порно|порног|порноны|порнограф*|хентай|эротик*",
      "сексийн|секс .. байрлал*|бичлэг*|хийе|хийцгээе|хийсэн|хийж",
      "нүцгэн .. зургаа|биеэ .. явуул*|илгээ*|харуул*",
      "хувцсаа .. тайл*|тайлаад & зураг*|явуул*|харуул*|орон|үнс*",
      "зургаа|селфигээ .. явуул*|явуулчих*|илгээ* .. би|хэнд|надад|үзүүлэхгүй",
      "надад .. зургаа|биеэ|бичлэгээ .. явуул*|явуулчих*|илгээ*|харуул*",
      "porn~|nudes|blowjob*|hentai",
      "naked girl*|boy*|women|pictures",
    ],
    unless: ["хор уршиг*|хөнөөл*|сэргийл*|хууль*|хориг*"],
  },
  {
    category: "weapons",
    severity: "high",
    action: notSafe,
    phrases: [
      "тэсрэх|гар|гар_хийцийн бөмбөг*|бодис*|төхөөрөмж* .. хийхийн|хийхдээ|угсрахын|угсрахдаа|бэлтгэхдээ|хийх .. тулд|эхлээд|дараах|алхам*",
      "хүн* .. алахын|хордуулахын .. тулд|эхлээд|дараах",
      "to make|build .. bomb|explosive|grenade|molotov .. you|first|need|mix",
    ],
    unless: ["түүх*|онд|хориг*|хууль*"],
  },
  {
    category: "drugs",
    severity: "high",
    action: notSafe,
    phrases: [
      "хар_тамхи*|мансууруулах .. найруул*|бэлтгэхдээ|бэлтгэхийн|хийхдээ|хийхийн",
      "тамхи*|тамхийг|архи*|архийг|вейп*|вэйп*|хар_тамхи* & татаарай|уугаарай|үзээрэй|зүгээр|нуугаад|туршаад|тайвшруул*|сайхан & татаарай|уугаарай|үзээрэй|нуугаад|татаад_үз*|зүгээр|амтал*",
      "try|smoke|drink some|a|it .. weed|cigarette|vape|beer|vodka .. fine|ok|fun|relax",
    ],
    unless: ["түүх*|онд|хориг*|хууль*|болохгүй|хортой|хор"],
  },
  {
    category: "violence",
    severity: "normal",
    action: notSafe,
    // What history and news may tell older pupils in detail is too much for a child of ten.
    bands: ["primary"],
    phrases: [
      "толгойг|гарыг|хөлийг|хэлийг .. тасда*|цавчи*|огтол*",
      "амьдаар .. нь .. шатаа*|булс*|хуул*|өвч*",
      "гэдэс .. гарга*|хүүл*",
      "тамла*|эрүүдэ* .. алс*|ал*|хөнөө*",
      "цус .. нөж|урсга*|асгар*",
      "tortured|beheaded|dismembered|decapitated|disembowelled",
    ],
    unless: ["судас*|зүрх*|бэлэг_тэмдэг*"],
  },
  {
    category: "hate",
    severity: "normal",
    action: stopped,
    phrases: [
      "үндэстн*|үндэстэн*|үндэстний|арьст*|шашинтн*|эмэгтэйчүүд|хятадууд|казахууд|гадаадынхан .. угаасаа|төрөлхийн|бүгд .. доод|доогуур|тэнэг*|муу|хулгайч*|дорд|бохир|залхуу",
      "доод зэрэг*|зэрэглэл* .. хүн*|хүмүүс*",
      `${groups} .. хүн биш`,
      `${groups} .. үзэн яд*`,
    ],
    unless: ["гэж|гэсэн|гэдэг|үзэл|үзэлтэй|ялгаварла*|буруу|нацист*|үзэж|үздэг"],
  },
  {
    category: "bullying",
    severity: "normal",
    action: stopped,
    phrases: [
      "чи|чамд|чиний|чинь ... тэнэг*|мангуу*|новш*|гөлөг|адгийн|бузар|арчаагүй|мулгуу|эргүү .. юм|амьтан|байна|шинж|хүн|байх",
      "тэнэг*|тэнэгийн|мангуу* шинж|хүүхэд|асуулт",
      "чи|чиний .. ийм .. мэдэхгүй|чадахгүй .. тэнэг*|ичгүүр*|ичмээр",
      "новш|новшийн|пизда*|хуй|бля|лалар|гичий|сука",
      "fuck*|bitch*|asshole*",
      "you_are|youre .. stupid|idiot|dumb|worthless",
    ],
    unless: ["зохиол*|үлгэр*"],
  },
  {
    category: "professional-advice",
    severity: "normal",
    action: adult,
    phrases: [
      "эм*|антибиотик*|парацетамол*|ибупрофен*|тариа .. уугаарай|уух_хэрэгтэй|уувал_зохино|хэрэглээрэй|хийлгээрэй|ууна_уу",
      "өдөрт .. удаа|ширхэг .. уугаарай|хэрэглээрэй|ууна_уу",
      "эмээ|антидепрессант*|эмчилгээгээ .. зогсоо*|болиорой|нэмээрэй",
      "шүүхэд|прокурорт .. хандаарай|нэхэмжлэл_гаргаарай|гомдол_өгөөрэй",
      "хувьцаа*|хувьцаанд|крипто*|биткойн*|биткойнд|зээл .. аваарай|ав|хөрөнгө_оруул*|хий|хийгээрэй|зөвлө*",
      "мөнгөө|хадгаламжаа .. энэ|бүгдийг|бүгдийг_нь .. хий|хийгээрэй|оруул*|худалдаж_ав*",
      "take .. mg|tablets|pills .. times|daily|day|every",
      "you_should|i_advise invest|sue|buy .. stocks|crypto|bitcoin|shares",
    ],
    unless: ["жишээ*|бодлого*|асуулт*|зохиол*"],
  },
  {
    category: "politics",
    severity: "normal",
    action: notForLessons,
    phrases: [
      "саналаа .. өгөөрэй|өгвөл|өгнө_үү",
      "санал өгөөрэй",
      "миний бодлоор ... нам*|намд|ерөнхийлөгч*|сайд|сонгууль*|улс_төр*",
      "энэ|тэр .. нам* .. бусдаас|хамгийн .. дээр|сайн|зөв",
      "vote for",
      "i_think|in_my_opinion .. party|president|candidate .. better|best|worst|right",
    ],
    unless: ["түүх*|онд"],
  },
];
