import { expect, test } from "vitest";
import { drawClassCode, readClassCode } from "./class-code.ts";

test("a drawn code has six characters that can't be mistaken, and is read back as itself", () => {
  for (let drawn = 0; drawn < 500; drawn += 1) {
    const code = drawClassCode();
    expect(code).toMatch(/^[2-9ACDEFGHJKMPTXY]{6}$/);
    expect(readClassCode(code)).toBe(code);
  }
});

test.each([
  ["ACEHKM", "acehkm"],
  ["ACEHKM", " ACE-HKM "],
  ["ACEHKM", "ace hkm"],
  ["ACEHKM", "А.С.Е.Н.К.М"],
  ["ACEHKM", "асе–нкм"],
  ["MPTXY8", "мртхув"],
  ["MPTXY8", "МРТХҮB"],
  ["DFGJ32", "дфгжзz"],
  ["555222", "sssZZZ"],
])("%s is read from %j", (code, typed) => {
  expect(readClassCode(typed)).toBe(code);
});

test.each(["", "ACEHK", "ACEHKMM", "ACEHK0", "ACEHKI", "ACEHKО", "ACEHK🙂", "------", "ЁЁЁЁЁЁ"])(
  "%j is no code",
  (typed) => {
    expect(readClassCode(typed)).toBeUndefined();
  },
);

test("every character of a code has a key on a Cyrillic keyboard", () => {
  const keyboard = new Set(
    Array.from("АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ0123456789").map((key) => readClassCode(key.repeat(6))?.[0]),
  );
  for (const character of "23456789ACDEFGHJKMPTXY") expect(keyboard).toContain(character);
});
