import type { Phrase } from "../rules/phrase.ts";
import type { Rule, RuleAction } from "../rules/rule.ts";
import { orders } from "./jailbreak.ts";

const stopped: RuleAction = { kind: "block", card: "stopped" };

/** Who reads a passage with the pupil: a sentence that speaks to it was not written for pupils. */
const readers =
  "assistant|ai|chatbot|model|gpt|chatgpt|llm|language_model|bot|туслах*|чатбот*|хиймэл_оюун|хиймэл_оюунд|системд|робот*|ai_туслах|загвар*|хэлний_загвар*|програм|программ|оюун_ухаант|уншигч_хиймэл";

/** Orders to whoever quotes the page. */
const toTheReader: readonly Phrase[] = [
  ...orders,
  `${readers} .. must|should|do_not|dont|ignore|tell|say|answer|respond|follow|obey|write|now|please|instruction*|command*`,
  `attention|note|hey|dear|hello|message .. ${readers}`,
  "in|to|into|from your|the response|reply|answer|message|output|replies|responses|answers",
  "your|the reply|response|replies|responses|output|answer",
  "tell|ask|urge|encourage|convince|instruct the user|pupil|student|child|reader|users",
  "encourag*|invite|inviting|urging .. users|readers|feedback|comments|opinions|subscribe|share",
  "include|add|append|insert|embed|integrate|incorporate|enhance|finish|end|begin|start .. response|reply|answer|message|sentence|statement|link|advert*|mention|recommend*",
  "open|click|visit|go_to|follow .. this|the|link|website|url|www|http",
  `туслах*|туслагч*|чатбот*|хиймэл_оюун*|системд|системийн|ai .. өгөх|дараах|анхаар|зориулсан|зориулав|чи|дага*|биелүүл* .. заавар*|тушаал*|зааврыг|мэдээлэл|дага*|хэл*`,
  `${readers} .. заавар*|тушаал*|дүрэм*|дага*|биелүүл*|үл_тоо*|март*`,
  "энэ|үүнийг|энэхүү .. хуудсыг|текстийг|хэсгийг|мөрийг|бичвэрийг .. уншмагц*|уншсан|уншиж|уншвал .. бол|туслах*|дараах|сурагчид|хэл*|хариул*|дага*",
  "сурагчид|сурагчдад|хэрэглэгчид|хэрэглэгчдэд|хүүхдэд .. хариу*|хариултыг|хариуг|холбоос*|линк*|нууц|утас*|дугаар .. ил|шууд|хэл*|өг*|нээ*|асуу*|дар*",
  "өмнөх|дээрх|бүх|багшийн|өөрийн .. заавар*|зааврыг|дүрэм*|дүрмийг|тушаал* .. үл|март*|хэрэгс*|зөрч*|дагахгүй|бүү|орхи*|хүчингүй",
  "хариултдаа|хариундаа|хариулахдаа|хариултынхаа|хариу_бичихдээ .. заавал|үргэлж|төгсгөлд|эхэнд .. нэм*|оруул*|бич*|дурд*|ашигла*|хэрэглэ*|гэж|санал_болго*|сайт*|сайтыг",
  "хариултдаа|хариундаа|хариулахдаа|хариултынхаа ... гэж_нэм*|гэж_хэл*|сайт*|сайтыг|линк*|холбоос*|дэлгүүр*|реклам*|сурталчил*",
  `${readers} ... асуу|асууж|асууна|хэл|хэлнэ|бич|өг|өгөөрэй|дэлгэж|дэлгэ|оруул|оруулна|санал_болго*|биелүүл*|хариул|хариулна|гаргана|дагана|устгана|ёстой|нээ|тэмдэглэ`,
  `${readers} .. аа|минь|ээ .. хэл*|бич*|өг*|асуу*|дэлгэ*|нуу*|хариу*|заавар*|дүрэм*|сурагч*`,
  "сурагчаас|сурагчийн|хэрэглэгчийн|хэрэглэгчээс|хүүхдээс|сурагчид .. утас*|утасны|хаяг*|хаягийг|нэр|зураг*|нууц_үг*|данс* .. асуу*|асууж|ав*|тэмдэглэ*|илгээ*",
  "чамайг|чи|энэ|энэхүү|энийг|үүнийг ... уншиж_байгаа|уншсан|уншиж_буй|боловсруулж|боловсруулж_буй|боловсруулж_байгаа .. програм*|программ*|систем|загвар|хиймэл_оюун*|туслах|чатбот*|ai",
  `хэрэв|хэрвээ .. чи .. ${readers}`,
  "багшид|багшдаа|эцэг_эхэд|эцэг_эхдээ|ээждээ|аавдаа .. бүү|битгий .. мэдэгд*|хэл*|ярь*",
  "дүрмүүд|дүрэм*|заавар*|зааврууд .. хамаарахгүй|үйлчлэхгүй|хүчингүй|хүчинтэй_биш",
  "багшийн|багшийн_чинь .. зааврыг|заавар|дүрмийг .. бүү|битгий|биш .. дага*|харин|мөрд*",
  "энд|доор|энэ_текст*|текстийн|бичвэрийн .. бичсэнийг|бичсэн|тушаал*|тушаалыг .. дага*|дагах|дагана|биелүүл*|заавал",
  `${readers}|сурагч*|сурагчийг|хэрэглэгч* .. холбоос*|линк*|сайт*|www|http|https|bit .. руу|оруул*|ор_гэж|нээ*|дар*`,
  "линк*|холбоос*|сайт* .. нээ*|ор*|дар*|бүртгүүл* .. гэж|хэл*|сурагч*|заавал",
];

/** Tasks set in English: in a page of a Mongolian lesson nobody sets them but whoever hid them there. */
const englishTasks: readonly Phrase[] = [
  "who|what|whats|when|where|which|why|how .. is|are|was|were|do|does|did|can|you|to|the|between|wrote|invented|of|in|a",
  "can|could|would|will you",
  "write|explain|describe|summarize|summarise|translate|convert|generate|create|provide|compose|list|give|suggest|recommend|calculate|draft|show|rewrite|design|develop|classify|identify|compare|analyze|analyse|find|tell|name|define|discuss|solve|outline|make|prepare|produce|propose|imagine|draw|paraphrase|edit|correct|categorize|extract|count|calculate|code|implement|build|print|answer|respond|reply",
  "use|replace|substitute|add|insert|include|remove|omit|swap|switch|reverse|shuffle|jumble|scramble|encode|encrypt|mask|alter|change|transform|modify|format|mix|avoid|employ|utilize|incorporate|integrate|enhance|emphasize|mention|promote|advertise|introduce|conclude|end|start|begin|finish|append|attach|inject|interject|misspell|capitalize|apply|repeat|delete|invert|convey|express|invite|urge|encourage|advocate|persuade|highlight|embed|suggest|ask|share|provide|infuse|offer|endorse|present|weave|pepper|supplement|complement",
  "please|help me|with",
];

export const passageRules: readonly Rule[] = [
  {
    category: "jailbreak",
    severity: "high",
    action: stopped,
    phrases: toTheReader,
    unless: [
      "хичээлийн|зөв_бичгийн|тоглоомын|замын|математикийн|нэмэх|хуваарийн дүрэм*|дүрмийг",
      "гэж_юу|салбар|машин|гүйцэтгэдэг|үзүүлснээр|тэмдэглэгээг|үйл_үг|дэвтэртээ|ярилц|дугуйл",
    ],
  },
];

/** For a page of a lesson that is not taught in English. */
export const foreignTaskRules: readonly Rule[] = [
  { category: "jailbreak", severity: "normal", action: stopped, phrases: englishTasks },
];
