import { expect, test } from "vitest";
import { systemIds } from "../kernel/index.ts";
import { bucketCount, bucketOf, pupilsOf } from "./asker-buckets.ts";

test("one pupil always falls into the same bucket of a question, and into others for other questions", () => {
  const pupil = systemIds.next("student");
  expect(bucketOf(pupil, "a")).toBe(bucketOf(pupil, "a"));
  const buckets = new Set(Array.from({ length: 50 }, (_unused, at) => bucketOf(pupil, `question ${at}`)));
  expect(buckets.size).toBeGreaterThan(40);
});

test.each([0, 1, 2, 3, 5, 10])("%i pupils in buckets of their own are counted as so many", (pupils) => {
  expect(pupilsOf(pupils)).toBe(pupils);
});

test.each([100, 1_000, 3_000])("%i pupils are counted to a tenth", (pupils) => {
  const filled = new Set(Array.from({ length: pupils }, (_unused, at) => bucketOf(`std ${at}`, "question")));
  expect(filled.size).toBeLessThanOrEqual(bucketCount);
  expect(Math.abs(pupilsOf(filled.size) - pupils) / pupils).toBeLessThan(0.1);
});

test("full buckets are «many», not endless", () => {
  expect(pupilsOf(bucketCount)).toBe(5_000);
});
