import { DomainError } from "@ukhaan/core/kernel";
import { expect, test } from "vitest";
import { readPupilNames } from "../../../../../core/src/school/pupil-names.ts";
import { readNames } from "./read-names.ts";

test("each line is one pupil, numbering and empty lines are forgiven, and a repeated name is told", () => {
  const list = readNames("1. Батбаяр Болд\n\n2) Ганбат Номин\nБАТБАЯР  БОЛД\r\n  Тэмүүлэн ");
  expect(list).toEqual({
    names: ["Батбаяр Болд", "Ганбат Номин", "Тэмүүлэн"],
    repeated: ["БАТБАЯР БОЛД"],
    unreadable: [],
  });
});

test("a line that is no name is told by its number", () => {
  expect(readNames("Болд Бат\nутас 99112233\nНомин").unreadable).toEqual([2]);
});

test.each([
  "Батбаяр Болд",
  "1\tБатбаяр Болд\n2\tГанбат Номин",
  "Б.Болд\nБ. Болд\nб.болд",
  "Бат-Эрдэнэ Оюун\n12 Дорж Сувд\n3: Цэнд Ану",
  "Болд, Бат;\nБолд Бат",
  "Овоо О'Коннор\nМөнхбат Цэцэг",
])("the preview counts what the school slice would enrol: %j", (pasted) => {
  expect(readNames(pasted).names).toHaveLength(readPupilNames(pasted).length);
});

test.each(["<b>Болд</b>", "Болд\n@@@", "x".repeat(81)])(
  "the preview refuses the line that the school slice refuses: %j",
  (pasted) => {
    const refused = (): unknown => {
      try {
        return readPupilNames(pasted);
      } catch (error) {
        return error instanceof DomainError ? error.details["line"] : error;
      }
    };
    expect(readNames(pasted).unreadable[0]).toBe(refused());
  },
);
