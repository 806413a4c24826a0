/**
 * Personal data as it is seen in Mongolia (DOMAIN.md): what is found is replaced by the name of its kind. Over-masking spoils
 * a mathematics exercise, so numbers next to an operator are left alone.
 */
const masks: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, "[и-мэйл]"],
  // Two letters and eight digits; the letters may be typed in Latin.
  [/(?<![\p{L}\p{N}])[а-яөүёa-z]{2}\s?\d{8}(?![\p{L}\p{N}])/giu, "[регистрийн дугаар]"],
  [/(?<![\p{L}\p{N}])MN\d{2}[ -]?(?:\d[ -]?){12,18}(?!\d)/giu, "[дансны дугаар]"],
  [
    /(?<=(?:данс|дансны дугаар|дансаа|dans|account)\p{L}*[\s:№#-]{0,4})\d[\d -]{6,18}\d(?![\p{L}\p{N}])/giu,
    "[дансны дугаар]",
  ],
  [
    /(?:\d{1,2}\s*-?\s*(?:р|дугаар|дүгээр)?\s*(?:хороо|хороолол|баг)\p{L}*[\s,.]*)(?:[\p{L}\d-]+[\s,.]+){0,6}?(?:\d{1,4}\s*-?\s*(?:р|дугаар|дүгээр|тоот)?\s*(?:байр|тоот|гудамж|хаалга)\p{L}*|(?:байр|тоот|гудамж|хаалга)\p{L}*\s*\d{1,4})(?:[\s,.]+\d{1,4}\s*-?\s*(?:р\s*)?(?:тоот|хаалга|байр)\p{L}*|[\s,.]+(?:тоот|хаалга)\s*\d{1,4})?/giu,
    "[хаяг]",
  ],
  [
    /\d{1,4}\s*-?\s*(?:р|дугаар|дүгээр)?\s*байр\p{L}*[\s,.]+(?:\d{1,3}\s*-?\s*(?:р\s*)?(?:орц\p{L}*|давхар\p{L}*)[\s,.]+)*\d{1,4}\s*-?\s*(?:р\s*)?тоот\p{L}*/giu,
    "[хаяг]",
  ],
];

const cardNumber = /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]?\d)/gu;
const phoneNumber =
  /(?<![\p{L}\d.,/*+=−–-])(?:\+?\s?\(?976\)?[\s-]?)?[6-9]\d(?:\d{6}|\d{2}[\s-]\d{4}|[\s-]\d{2}[\s-]\d{2}[\s-]\d{2}|\d[\s-]\d{2}[\s-]\d{3})(?![\d]|[.,]\d)/gu;
const operator = /[+*/×÷·=<>≤≥^−√]/u;

/** Whether something was masked in a text. */
export const holdsMask = (text: string): boolean =>
  /\[(?:и-мэйл|регистрийн дугаар|дансны дугаар|картын дугаар|утасны дугаар|хаяг)\]/u.test(text);

/** Masks personal data in a text: phone, register, card and account numbers, e-mail, address. */
export function maskPersonalData(text: string): string {
  let masked = text;
  for (const [pattern, name] of masks) masked = masked.replace(pattern, name);
  masked = masked.replace(cardNumber, (digits) => (passesLuhn(digits) ? "[картын дугаар]" : digits));
  return masked.replace(phoneNumber, (digits, ...rest) => {
    const [offset, whole] = rest.slice(-2) as [number, string];
    return isCalculation(whole, offset, offset + digits.length) ? digits : "[утасны дугаар]";
  });
}

function isCalculation(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).trimEnd().at(-1) ?? "";
  const after = text.slice(end).trimStart()[0] ?? "";
  return operator.test(before) || operator.test(after);
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
