import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInsideMaths, mathsProblem } from "./check-maths.ts";

describe("mathsProblem", () => {
  it.each([
    ["Энгийн өгүүлбэр", undefined],
    ["Хүч $F = ma$ ба $$E = mc^2$$ байна", undefined],
    ["Үнэ нь 5\\$ юм", undefined],
    ["$\\frac{1}{2}$", undefined],
    ["$\\{1; 2\\}$", undefined],
    ["Хүч $F = ma", "unclosed"],
    ["$$E = mc^2$", "unclosed"],
    ["$ $", "empty"],
    ["$$$$", "empty"],
    ["$\\frac{1}{2$", "braces"],
    ["$}{$", "braces"],
  ])("of «%s» is %s", (text, problem) => {
    expect(mathsProblem(text)).toBe(problem);
  });

  it("reads any text at all to an end, and finds nothing wrong where there is no dollar", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        mathsProblem(text);
        expect(mathsProblem(text.replaceAll("$", ""))).toBeUndefined();
      }),
    );
  });
});

describe("isInsideMaths", () => {
  it.each([
    ["before the formula", 4, false],
    ["after its dollar", 6, true],
    ["before its last dollar", 8, true],
    ["after it", 9, false],
  ])("%s", (_name, position, inside) => {
    expect(isInsideMaths("Хүч: $F=$ байна", position)).toBe(inside);
  });
});
