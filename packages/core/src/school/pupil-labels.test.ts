import * as fc from "fast-check";
import { expect, test } from "vitest";
import { labelPupils } from "./pupil-labels.ts";

type Row = readonly [familyName: string, givenName: string];

const labels = (rows: readonly Row[]) =>
  labelPupils(rows.map(([familyName, givenName], index) => ({ studentId: `stu_${index}`, familyName, givenName }))).map(
    ({ name }) => name,
  );

test("a name shows one letter of the family name", () => {
  expect(labels([["Батбаяр", "Болд"]])).toEqual(["Болд Б."]);
  expect(labels([["", "Болд"]])).toEqual(["Болд"]);
  expect(labels([["Боржигон Дорж", "Болд"]])).toEqual(["Болд Д."]);
});

test("pupils who would look alike show as many letters as tell them apart", () => {
  expect(
    labels([
      ["Батбаяр", "Болд"],
      ["Бямба", "Болд"],
    ]),
  ).toEqual(["Болд Ба.", "Болд Бя."]);
  expect(
    labels([
      ["Бат", "Болд"],
      ["Батбаяр", "Болд"],
    ]),
  ).toEqual(["Болд Бат", "Болд Батб."]);
  expect(
    labels([
      ["Б", "Болд"],
      ["", "Болд"],
    ]),
  ).toEqual(["Болд", "Болд Б."]);
});

test("the list follows the Mongolian alphabet: ө after о, ү after у", () => {
  const given = ["Ялалт", "Өнөр", "Отгон", "Үүрээ", "Уянга", "Пүрэв", "Ариун", "Ёндон", "Жавхаа"];
  expect(labels(given.map((name) => ["", name] as const))).toEqual([
    "Ариун",
    "Ёндон",
    "Жавхаа",
    "Отгон",
    "Өнөр",
    "Пүрэв",
    "Уянга",
    "Үүрээ",
    "Ялалт",
  ]);
});

test("no two pupils of a class look alike", () => {
  const word = (letters: string) => fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength: 3 });
  const row = fc.tuple(word("Бат"), fc.constantFrom("Болд", "Сараа"));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const shown = labels(rows).map((name) => name.toLowerCase());
      expect(new Set(shown).size).toBe(rows.length);
    }),
    { numRuns: 500 },
  );
});
