import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemIds } from "../kernel/index.ts";
import { evaluate, variantsOf } from "./evaluate.ts";
import type { FlagRule } from "./schema.ts";

const documentOf = (rule: FlagRule) => new Map([["models", rule]]);
const subject = () => ({ schoolId: systemIds.next("school"), studentId: systemIds.next("student") });
const percentage = (percent: number, by: "pupil" | "school" = "pupil") =>
  ({ kind: "percentage", percent, by }) as const;
const share = (rule: FlagRule, subjects: readonly ReturnType<typeof subject>[]) =>
  subjects.filter((one) => evaluate(documentOf(rule), "models", one)).length / subjects.length;

describe("a flag", () => {
  const here = subject();
  test.each<[string, FlagRule, boolean]>([
    ["off", { kind: "off" }, false],
    ["on", { kind: "on" }, true],
    ["on for this school", { kind: "schools", schoolIds: [here.schoolId] }, true],
    ["on for another school", { kind: "schools", schoolIds: [systemIds.next("school")] }, false],
    ["on for nobody of a hundred", percentage(0), false],
    ["on for a hundred of a hundred", percentage(100), true],
  ])("%s", (_, rule, expected) => {
    expect(evaluate(documentOf(rule), "models", here)).toBe(expected);
  });

  test("that nobody has set keeps its default", () => {
    expect(evaluate(new Map(), "models", here)).toBe(true);
  });

  test("for a share is on for about that share, and for the same ones every time", () => {
    const many = Array.from({ length: 4_000 }, subject);
    for (const percent of [5, 30, 50, 90]) {
      const first = share(percentage(percent), many);
      expect(Math.abs(first - percent / 100)).toBeLessThan(0.03);
      expect(share(percentage(percent), many)).toBe(first);
    }
  });

  test("for a larger share keeps everybody whom the smaller one had", () => {
    const percents = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(percents, (two) => {
        const [less, more] = [Math.min(...two), Math.max(...two)];
        const one = subject();
        const before = evaluate(documentOf(percentage(less)), "models", one);
        return !before || evaluate(documentOf(percentage(more)), "models", one);
      }),
    );
  });

  test("for a share of schools treats a whole school alike", () => {
    const { schoolId } = subject();
    const class8a = Array.from({ length: 50 }, () => ({ ...subject(), schoolId }));
    expect([0, 1]).toContain(share(percentage(50, "school"), class8a));
  });
});

test("only a share makes a comparison, and each pupil is in one arm of it", () => {
  const one = subject();
  expect(variantsOf(documentOf({ kind: "on" }), one)).toEqual({});
  expect(variantsOf(new Map(), one)).toEqual({});
  const arms = Array.from({ length: 200 }, subject).map(
    (each) => variantsOf(documentOf(percentage(50)), each)["models"],
  );
  expect(new Set(arms)).toEqual(new Set(["on", "off"]));
  expect(variantsOf(documentOf(percentage(50)), one)).toEqual(variantsOf(documentOf(percentage(50)), one));
});
