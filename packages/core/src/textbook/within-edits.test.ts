import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withinEdits } from "./within-edits.ts";

describe("withinEdits", () => {
  it.each([
    ["хлоропласт", "хлоропласт", 0, true],
    ["хлоропласт", "хлорапласт", 1, true],
    ["хлоропласт", "хлороплас", 1, true],
    ["хлоропласт", "хлоорпласт", 1, true],
    ["хлоропласт", "хларапласт", 1, false],
    ["ус", "эсийн", 2, false],
    ["", "аб", 2, true],
  ])("%s and %s within %i: %s", (one, other, max, expected) => {
    expect(withinEdits(one, other, max)).toBe(expected);
    expect(withinEdits(other, one, max)).toBe(expected);
  });

  it("holds for every word with one slip in it", () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from("абвгд")), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), fc.nat(3), (each, where, kind) => {
        const at = where % (each.length - 1);
        const slips = [
          each.slice(0, at) + each.slice(at + 1),
          `${each.slice(0, at)}я${each.slice(at)}`,
          `${each.slice(0, at)}я${each.slice(at + 1)}`,
          each.slice(0, at) + (each[at + 1] ?? "") + (each[at] ?? "") + each.slice(at + 2),
        ];
        expect(withinEdits(each, slips[kind] ?? "", 1)).toBe(true);
      }),
    );
  });
});
