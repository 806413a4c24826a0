import { expect, test } from "vitest";
import { drawPin, isTrivialPin } from "./pin.ts";

test.each([
  "0000",
  "7777",
  "1234",
  "4321",
  "0123",
  "9876",
  "8901",
  "1098",
  "1212",
  "6969",
  "1122",
  "9900",
  "1221",
  "7007",
  "1112",
  "2111",
  "0001",
  "1999",
  "2012",
  "2026",
])("%s is too easy", (pin) => {
  expect(isTrivialPin(pin)).toBe(true);
});

test.each(["4071", "1357", "8402", "5102", "0519", "1243"])("%s is good enough", (pin) => {
  expect(isTrivialPin(pin)).toBe(false);
});

test("drawn PINs have four digits and none is trivial, and hardly any PIN is lost to that", () => {
  for (let drawn = 0; drawn < 2_000; drawn += 1) {
    const pin = drawPin();
    expect(pin).toMatch(/^\d{4}$/);
    expect(isTrivialPin(pin)).toBe(false);
  }
  const all = Array.from({ length: 10_000 }, (_, value) => String(value).padStart(4, "0"));
  expect(all.filter((pin) => !isTrivialPin(pin)).length).toBeGreaterThan(9_000);
});
