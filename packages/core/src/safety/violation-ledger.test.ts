import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SafetyCategory, Verdict } from "./schema.ts";
import {
  addViolation,
  defaultViolationSettings,
  fadedPoints,
  type Ledger,
  violationPoints,
} from "./violation-ledger.ts";

const dayMs = 24 * 3_600_000;
const blocked = (severity: "low" | "normal" | "high" | "urgent", ...categories: SafetyCategory[]): Verdict => ({
  kind: "block",
  card: "not-allowed",
  categories,
  severity,
  spans: [],
});
const redirected = (...categories: SafetyCategory[]): Verdict => ({
  kind: "redirect",
  card: "not-for-lessons",
  categories,
  severity: "normal",
  spans: [],
});

describe("what counts", () => {
  test.each([
    ["an allowed question", { kind: "allow" }, 0],
    [
      "a cry for help",
      { kind: "support", card: "crisis", categories: ["self-harm"], severity: "urgent", spans: [] },
      0,
    ],
    ["a block that is a cry for help as well", blocked("high", "violence", "self-harm"), 0],
    ["abuse that was blocked by mistake", blocked("high", "abuse-disclosed"), 0],
    ["somebody's advances, told or copied", blocked("urgent", "grooming"), 0],
    ["sadness that was blocked by mistake", blocked("normal", "distress"), 0],
    ["a phone number", blocked("low", "personal-data"), 0],
    ["«do my homework»", redirected("cheating"), 0],
    ["an off-topic question", redirected("off-topic"), 0],
    ["a blocked question", blocked("normal", "sexual"), 1],
    ["a grave one", blocked("high", "weapons"), 2],
    ["trying to talk the tutor out of its rules", redirected("jailbreak"), 1],
    ["unkindness", redirected("bullying"), 1],
  ] as const)("%s is worth %o: %i", (_, verdict, points) => {
    expect(violationPoints(verdict)).toBe(points);
  });
});

describe("what follows", () => {
  const steps = (count: number, everyMs: number) => {
    let ledger: Ledger | undefined;
    const found: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const next = addViolation(ledger, { points: 1, nowMs: index * everyMs });
      ({ ledger } = next);
      found.push(next.step);
    }
    return found;
  };

  test("within a lesson: nothing, a word, a pause, and in the end an adult", () => {
    expect(steps(8, 3 * 60_000)).toEqual([
      "none",
      "warn",
      "pause",
      "pause",
      "pause-day",
      "pause-day",
      "pause-day",
      "lock",
    ]);
  });

  test("once a day never leads anywhere", () => {
    expect(new Set(steps(60, dayMs))).toEqual(new Set(["none"]));
  });

  test("points fade to nothing and no further", () => {
    expect(fadedPoints({ points: 3, atMs: 0 }, dayMs)).toBe(2);
    expect(fadedPoints({ points: 3, atMs: 0 }, 30 * dayMs)).toBe(0);
    // A clock that was set back must not make points grow.
    expect(fadedPoints({ points: 3, atMs: dayMs }, 0)).toBe(3);
  });

  test("more violations or shorter pauses between them never lead to a milder step", () => {
    const order = ["none", "warn", "pause", "pause-day", "lock"];
    const { lockFrom } = defaultViolationSettings;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: lockFrom, noNaN: true }),
        fc.integer({ min: 0, max: 10 * dayMs }),
        fc.integer({ min: 0, max: 10 * dayMs }),
        (points, one, other) => {
          const ledger = { points, atMs: 0 };
          const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map((nowMs) =>
            order.indexOf(addViolation(ledger, { points: 1, nowMs }).step),
          );
          expect(sooner).toBeGreaterThanOrEqual(later ?? 0);
        },
      ),
    );
  });
});
