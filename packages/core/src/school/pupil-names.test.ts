import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "../kernel/index.ts";
import { nameKey, readPupilNames } from "./pupil-names.ts";

const read = (pasted: string) => readPupilNames(pasted).map(({ familyName, givenName }) => [familyName, givenName]);

describe("a pasted class list", () => {
  test.each([
    ["Батбаяр Болд", "Батбаяр", "Болд"],
    ["Б.Болд", "Б", "Болд"],
    ["Б. Болд", "Б", "Болд"],
    ["Болд Б.", "Б", "Болд"],
    ["Болд", "", "Болд"],
    ["БАТБАЯР БОЛД", "Батбаяр", "Болд"],
    ["батбаяр болд", "Батбаяр", "Болд"],
    ["БАТ-ЭРДЭНЭ ӨНӨР-ОД", "Бат-Эрдэнэ", "Өнөр-Од"],
    ["Батбаяр овогтой Болд", "Батбаяр", "Болд"],
    ["Боржигон Батбаяр Болд", "Боржигон Батбаяр", "Болд"],
    ["Айбекұлы Ерасыл", "Айбекұлы", "Ерасыл"],
    ["12. Батбаяр Болд", "Батбаяр", "Болд"],
    ["3) Б.Болд", "Б", "Болд"],
    ["7\tБатбаяр\tБолд", "Батбаяр", "Болд"],
    ["  Батбаяр ,  Болд ; ", "Батбаяр", "Болд"],
  ])("%j", (line, familyName, givenName) => {
    expect(read(line)).toEqual([[familyName, givenName]]);
  });

  test("skips empty lines and takes a name that comes twice once", () => {
    expect(read("Б.Болд\r\n\r\n  \nД.Сараа\nб. болд\n")).toEqual([
      ["Б", "Болд"],
      ["Д", "Сараа"],
    ]);
  });

  test.each([
    ["", { code: "school.no-names" }],
    [" \n\n", { code: "school.no-names" }],
    ["Болд\n<b>Сараа</b>", { code: "school.name-unreadable", details: { line: 2 } }],
    ["Болд 99112233", { code: "school.name-unreadable", details: { line: 1 } }],
    ["Б".repeat(81), { code: "school.name-unreadable", details: { line: 1 } }],
    [
      Array.from({ length: 61 }, (_, index) => `Нэр ${"а".repeat(index + 1)}`).join("\n"),
      { code: "school.too-many-names", details: { limit: 60 } },
    ],
  ])("refuses %j and says why", (pasted, refusal) => {
    expect(() => readPupilNames(pasted)).toThrow(expect.objectContaining({ kind: "invalid", ...refusal }) as Error);
  });

  test("whatever is pasted, the answer is distinct names or a refusal", () => {
    const character = fc.constantFrom(...Array.from("БболдӨү.- \n\t1,'ʼ<\u0301"));
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(character, fc.string({ minLength: 1, maxLength: 1 })) }), (pasted) => {
        try {
          const names = readPupilNames(pasted);
          expect(new Set(names.map(nameKey)).size).toBe(names.length);
          for (const { givenName } of names) expect(givenName.trim()).not.toBe("");
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
    );
  });
});
