import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPersonalData } from "./mask-personal-data.ts";

describe("personal data", () => {
  test.each([
    ["Миний дугаар 99112233 шүү", "Миний дугаар [утасны дугаар] шүү"],
    ["+976 8811-2233 руу залга", "[утасны дугаар] руу залга"],
    ["9911 2233", "[утасны дугаар]"],
    ["99-11-22-33", "[утасны дугаар]"],
    ["УК99112233 регистртэй", "[регистрийн дугаар] регистртэй"],
    ["uk99112233", "[регистрийн дугаар]"],
    ["bold@mail.mn гэж бич", "[и-мэйл] гэж бич"],
    ["Картын дугаар 4111 1111 1111 1111", "Картын дугаар [картын дугаар]"],
    ["данс 5001234567 руу", "данс [дансны дугаар] руу"],
    ["3-р хороо 12-р байр 45 тоот", "[хаяг]"],
    ["12-р байр 45 тоотод амьдардаг", "[хаяг] амьдардаг"],
  ])("in «%s» is masked", (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  test.each([
    "12345678 + 87654321 = ?",
    "88000000 × 2 хэд вэ?",
    "Дэлхийн хүн ам 8000000000",
    "Гэрлийн хурд 299792458 м/с",
    "Нэг жилд 60000000.5 тонн",
    "1999-2000 он",
    "3-р бүлгийн 12-р дасгал",
    "Манай сургууль 3 байртай",
    "x2 + 5x = 0",
    "1206 онд 44 000 000 км",
  ])("is not seen in «%s»", (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  test("is masked once: masking again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("абв 0123456789-@.,+ хоройбт")) }), (text) => {
        const once = maskPersonalData(text);
        expect(maskPersonalData(once)).toBe(once);
      }),
    );
  });
});
