import { expect, test } from "vitest";
import { dayLook, shareInWords } from "./share.ts";

test.each([
  [1, "100 %", "good"],
  [0.99999, "99.99 %", "partly"],
  [0.95, "95 %", "partly"],
  [0.9499, "94.99 %", "bad"],
  [0, "0 %", "bad"],
])("a share of %d is «%s» and looks %s", (share, words, look) => {
  expect(shareInWords(share)).toBe(words);
  expect(dayLook(share)).toBe(look);
});

test("a day without a look is no good day", () => {
  expect(dayLook(undefined)).toBe("unknown");
});
