import { expect, test } from "vitest";
import { guessFields } from "./guess-fields.ts";

test.each([
  ["Физик-8_2019.pdf", { title: "Физик 8", subject: "physics", grade: 8, year: 2019 }],
  ["biologi_8-r-angi.pdf", { title: "biologi 8 r angi", subject: "biology", grade: 8 }],
  ["Математик X анги 2021 он.pdf", { title: "Математик X анги", subject: "mathematics", grade: 10, year: 2021 }],
  ["10-р анги. Хими, 2 дахь хэвлэл (2017).PDF", { subject: "chemistry", grade: 10, year: 2017, edition: 2 }],
  ["gazar zui IX.pdf", { subject: "geography", grade: 9 }],
  ["Монгол_хэл_5.pdf", { title: "Монгол хэл 5", subject: "mongolian", grade: 5 }],
  ["Монгол бичиг 7.pdf", { subject: "mongolian-script", grade: 7 }],
  ["ТҮҮХ-ХІІ.pdf", { subject: "history", grade: 12 }],
  ["Байгалийн ухаан 5.pdf", { subject: "natural-science", grade: 5 }],
  ["English Grade 7 edition 3.pdf", { subject: "english", grade: 7, edition: 3 }],
] as const)("«%s» tells %j", (fileName, fields) => {
  expect(guessFields(fileName)).toMatchObject(fields);
});

test.each(["scan0001.pdf", "2019.pdf", "Тайлан 45.pdf"])("«%s» tells neither subject nor grade", (fileName) => {
  const { subject, grade } = guessFields(fileName);
  expect({ subject, grade }).toEqual({});
});

test("a part of a word is no subject", () => {
  expect(guessFields("Метафизик 8.pdf").subject).toBeUndefined();
});
