/**
 * Personal data as it is seen in Mongolia (DOMAIN.md): what is found is replaced by the name of its kind. Over-masking spoils
 * a mathematics exercise, so numbers next to an operator are left alone.
 */
const masks: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu, "[и-мэйл]"],
  // «bold at gmail dot com», «bold[at]mail[dot]mn», «bold2010 gmail.com»
  [
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{2,64}\s?[[(]?\s?(?:at|эт|собака)\s?[\])]?\s?(?:gmail|mail|yahoo|hotmail|outlook|icloud|жимэйл|гмэйл|мэйл)(?:\s?(?:\.|[[(]?(?:dot|дот|цэг)[\])]?)\s?(?:com|mn|ru|ком|мн)){1,2}/giu,
    "[и-мэйл]",
  ],
  [
    /(?<![\p{L}\p{N}._%+-])(?=[a-z._+-]{0,30}\d)[a-z\d._+-]{3,40}\s(?:gmail|mail|yahoo|hotmail|outlook|icloud)\.(?:com|mn|ru)/giu,
    "[и-мэйл]",
  ],
  // Two letters and eight digits; the letters may be typed in Latin.
  [/(?<![\p{L}\p{N}])[а-яөүёa-z]{2}[\s-]?\d{8}(?![\p{L}\p{N}])/giu, "[регистрийн дугаар]"],
  [/(?<![\p{L}\p{N}])MN\d{2}[ -]?(?:\d[ -]?){12,18}(?!\d)/giu, "[дансны дугаар]"],
  [/(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ ]?[a-z\d]{4}){2,7}[ ]?[a-z\d]{0,4}(?![\p{L}\p{N}])/giu, "[дансны дугаар]"],
  [
    /(?<=(?:данс|дансны дугаар|дансаа|dans|dansnii dugaar|account)\p{L}{0,12}(?:\s(?:маань|минь|нь|бол|mini|maani|ni))?[\s:№#-]{0,4})\d[\d -]{6,18}\d(?![\p{L}\p{N}])/giu,
    "[дансны дугаар]",
  ],
  [
    /(?<=(?:карт|картын дугаар|kart|card(?: number| no| num)?)\p{L}{0,8}[\s:.№#-]{0,4})\d(?:[ -]?\d){10,18}(?![\p{L}\p{N}])/giu,
    "[картын дугаар]",
  ],
  [
    /(?<!\d)\d{1,2}\s?-?\s?(?:р|дугаар|дүгээр|r|dugaar)?\s?(?:хороо|хороолол|баг|horoo|khoroo|horoolol|khoroolol|bag)\p{L}{0,8}[\s,.]{0,3}(?:[\p{L}\d-]{1,20}[\s,.]{1,3}){0,6}?(?:\d{1,4}\s?-?\s?(?:р|дугаар|дүгээр|тоот|r)?\s?(?:байр|тоот|гудамж|хаалга|bair|toot|gudamj|haalga)\p{L}{0,8}|(?:байр|тоот|гудамж|хаалга|bair|toot|gudamj)\p{L}{0,8}\s?\d{1,4})(?:[\s,.]{1,3}\d{1,4}\s?-?\s?(?:р\s?|r\s?)?(?:тоот|хаалга|байр|toot|haalga|bair)\p{L}{0,8}|[\s,.]{1,3}(?:тоот|хаалга|toot)\s?\d{1,4})?/giu,
    "[хаяг]",
  ],
  [
    /(?<!\d)\d{1,4}\s?-?\s?(?:р|дугаар|дүгээр|r)?\s?(?:байр|bair)\p{L}{0,8}[\s,.]{1,3}(?:\d{1,3}\s?-?\s?(?:р\s?|r\s?)?(?:орц|давхар|orts|davhar)\p{L}{0,8}[\s,.]{1,3}){0,3}\d{1,4}\s?-?\s?(?:р\s?|r\s?)?(?:тоот|toot)\p{L}{0,8}/giu,
    "[хаяг]",
  ],
];

/** What opens something: only what stands right after its name and looks like a secret (a digit in it, or a code). */
const secret: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=(?:нууц үг|нууц уг|password|pass|nuuts ug|пароль)\p{L}{0,8}(?:\s(?:нь|минь|маань|бол|mini|ni|is))?[\s:=-]{1,3})(?=[\p{L}_@!.$#-]{0,24}\d)[\p{L}\d_@!.$#-]{4,32}/giu,
    "[нууц үг]",
  ],
  [
    /(?<=(?:пин код|пин|pin|pin code|орцны код|хаалганы код|картын код|cvv)\p{L}{0,6}(?:\s(?:нь|минь|маань|бол|ni|mini|is))?[\s:=-]{1,3})\d{3,8}(?!\d)/giu,
    "[нууц үг]",
  ],
  [
    /(?<=(?:инста|инстаграм|insta|instagram|снап|снапчат|snapchat|snap|тикток|тик ток|tiktok|фэйсбүүк|discord|дискорд)\p{L}{0,6}(?:\s(?:минь|маань|бол|mini|maani|id|хаяг))?[\s:=-]{1,3})@?(?=[\p{L}.]{0,20}[\d_@])[\p{L}\d._]{4,30}/giu,
    "[нэр]",
  ],
  [/(?<=(?:утас|утасны дугаар|utas)\p{L}{0,6}[\s:]{1,3})\d{2}[- ]\d{6}(?!\d)/giu, "[утасны дугаар]"],
];

const given = String.raw`\p{Lu}\p{Ll}{1,20}(?:-\p{Lu}\p{Ll}{1,20})?`;
/**
 * Names of the living: whom the pupil calls a classmate, or themselves. A name alone is left: history and literature are
 * full of them, and so is every textbook.
 */
const names: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<=(?:[Мм]анай|[Мм]иний|[Mm]anai|[Mm]inii)\s(?:ангийн|ангид|найз|дүү|хөрш|angiin|angid|naiz|duu)(?:\s(?:найз|охин|хүү|хүүхэд|сурагч|naiz|ohin|huu))?\s)\p{Lu}\p{Ll}?\.\s?${given}`,
    "gu",
  ),
  new RegExp(
    String.raw`(?<=(?:[Нн]амайг|[Нн]амайг нь|[Nn]amaig)\s)(?:\p{Lu}\p{Ll}?\.\s?)?${given}(?=\s(?:гэдэг|гэж дууддаг|gedeg|gdg))`,
    "gu",
  ),
  new RegExp(
    String.raw`(?<=(?:[Мм]иний (?:бүтэн |жинхэнэ )?нэр|[Mm]inii ner|[Mm]y name is)\s)(?:\p{Lu}\p{Ll}?\.\s?)?${given}(?:\s${given})?`,
    "gu",
  ),
  new RegExp(String.raw`(?<=[Нн]амайг\s)\p{Lu}\p{Ll}{1,20}(?:ын|ийн|гийн|ы|ий)\s${given}(?=\s(?:гэдэг|гэж))`, "gu"),
  // «Манай ангийн Золжаргал өвчтэй»: what is told of a classmate by name.
  new RegExp(
    String.raw`(?<=(?:[Мм]анай\s)?[Аа]нгийн\s(?:найз\s)?)${given}(?=\s(?:(?:охин|хүү|найз)\s)?(?:өвчтэй|хулгай|эцэг|ээж|аав|салсан|ядуу))`,
    "gu",
  ),
  new RegExp(
    String.raw`(?<=(?:[Мм]анай|[Мм]иний|[Mm]anai|[Mm]inii)\s(?:ангийн|найз|angiin|naiz)\s(?:(?:найз|охин|хүү|хүүхэд|сурагч|naiz|ohin|huu)\s)?)${given}(?=\s(?:гэдэг|гэж|хоёр|бид|намайг|надад|gedeg|gej|namaig|nadad))`,
    "gu",
  ),
];

const cardNumber = /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]?\d)/gu;
const phoneNumber =
  /(?<![\p{L}\d.,/*+=−–-])(?:\+?\s?\(?976\)?[\s-]?)?[6-9]\d(?:\d{6}|\d{2}[\s.-]\d{4}|[\s.-]\d{2}[\s.-]\d{2}[\s.-]\d{2}|\d[\s-]\d{2}[\s-]\d{3})(?![\d]|[.,]\d)/gu;
/** Digit by digit: «9 9 1 1 2 2 3 3», «9.9.1.1.2.2.3.3», «9-9-1-1-…»; only where a telephone is spoken of. */
const spacedPhone = /(?<![\p{L}\d.,])[6-9]([ .-])\d(?:\1\d){6}(?!\1?\d)/gu;
const spokenOf = /утас|утс|дугаар|залга|холбогд|utas|utsa|dugaar|zalga|phone|call|номер/iu;
/** Abroad, and next to a word for it. */
const otherPhone =
  /(?<=(?:phone|call|text|mobile|tel|reach|number|answering|contact)[\p{L}\s:.']{0,24})(?:\+\d{1,3}[\s-]?)?\(?\d{2,4}\)?[\s-]?\d{2,4}[\s-]?\d{2,4}(?:[\s-]?\d{2,4})?(?!\d)/giu;
/** «65000000 жилийн өмнө», «88000000 төгрөг». */
const isQuantity =
  /^\s?(?:жил|төг|₮|км|м[\s.,²]|мм|см|кг|тонн|хүн|доллар|литр|ширхэг|га[\s.,]|секунд|минут|хувь|jil|tug|km|kg)/iu;
const operator = /[+*/×÷·=<>≤≥^−√]/u;

/** Whether something was masked in a text. */
export const holdsMask = (text: string): boolean =>
  /\[(?:и-мэйл|регистрийн дугаар|дансны дугаар|картын дугаар|утасны дугаар|хаяг|нэр|нууц үг)\]/u.test(text);

/** Masks personal data in a text: phone, register, card and account numbers, e-mail, address, names of those one knows. */
export function maskPersonalData(text: string): string {
  let masked = plainDigits(text);
  if (/\d|@|\bat\b|эт|собака/iu.test(masked)) {
    for (const [pattern, name] of masks) masked = masked.replace(pattern, name);
    masked = masked.replace(cardNumber, (digits) => (passesLuhn(digits) ? "[картын дугаар]" : digits));
    masked = masked.replace(phoneNumber, (digits, ...rest) => {
      const [offset, whole] = rest.slice(-2) as [number, string];
      return isCalculation(whole, offset, offset + digits.length) ? digits : "[утасны дугаар]";
    });
    if (spokenOf.test(masked)) masked = masked.replace(spacedPhone, "[утасны дугаар]").replace(otherPhone, asPhone);
  }
  if (/\d/u.test(masked)) for (const [pattern, name] of secret) masked = masked.replace(pattern, name);
  for (const pattern of names) masked = masked.replace(pattern, "[нэр]");
  return masked;
}

const fewestPhoneDigits = 7;
const asPhone = (found: string): string =>
  found.replace(/\D/gu, "").length >= fewestPhoneDigits ? "[утасны дугаар]" : found;

/** Full-width and mathematical digits hide a number from a filter and from nobody else; invisible signs between them too. */
const plainDigits = (text: string): string =>
  text
    .replace(/(?<=\d)[\u00AD\u200B-\u200F\u2060\uFEFF]+(?=\d)/gu, "")
    .replace(/[\uFF10-\uFF19\u{1D7CE}-\u{1D7FF}]/gu, (digit) => digit.normalize("NFKC"));

/** Characters around a number in which an operator makes it a calculation. */
const nearby = 8;

function isCalculation(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - nearby), start)
      .trimEnd()
      .at(-1) ?? "";
  const rest = text.slice(end, end + nearby * 2);
  if (isQuantity.test(rest)) return true;
  const after = rest.trimStart()[0] ?? "";
  const isDifference = text.includes("=") && [before, after].includes("-");
  return isDifference || operator.test(before) || operator.test(after);
}

/** The check digit of payment cards, ISO/IEC 7812-1. */
function passesLuhn(number: string): boolean {
  const digits = number.replace(/\D/gu, "");
  let sum = 0;
  for (const [index, digit] of digits.split("").toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
