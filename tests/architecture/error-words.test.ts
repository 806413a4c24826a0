import { expect, test } from "vitest";
import { errors as english } from "../../packages/web/app/i18n/en/errors.ts";
import { errors as mongolian } from "../../packages/web/app/i18n/mn/errors.ts";
import { codeFiles, isTest, read } from "./source-files.ts";

/** Codes as core throws them, and as the stream's error events carry them. */
function thrownCodes(): readonly string[] {
  const patterns = [
    /new DomainError\(\s*"[a-z-]+",\s*"([a-z.-]+)"/g,
    /type: "error",\s*code: "([a-z.-]+)"/g,
    /\bcode = "([a-z]+\.[a-z-]+)"/g,
  ];
  const codes = codeFiles()
    .filter((path) => /^packages\/(core|functions|web)\//.test(path) && !isTest(path))
    .flatMap((path) => patterns.flatMap((pattern) => [...read(path).matchAll(pattern)].map((match) => match[1] ?? "")));
  return [...new Set(codes)].toSorted();
}

test("core throws codes that this test can see", () => {
  expect(thrownCodes().length).toBeGreaterThan(15);
});

test.each([
  ["Mongolian", mongolian],
  ["English", english],
])("every error code has words in %s", (_language, words) => {
  expect(thrownCodes().filter((code) => !(code in words))).toEqual([]);
});

test("the Mongolian words are in Cyrillic", () => {
  const latin = Object.entries(mongolian).filter(([, words]) => !/[а-яөү]/i.test(JSON.stringify(words)));
  expect(latin).toEqual([]);
});
