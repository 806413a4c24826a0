import { expect, test } from "vitest";
import type { SafetyCategory, Severity, Verdict } from "../schema.ts";
import { concernOf, concernOfStopped, isEdgeCase } from "./concern-of.ts";

const verdict = (
  kind: "support" | "redirect" | "block",
  severity: Severity,
  ...categories: SafetyCategory[]
): Verdict =>
  ({ kind, severity, categories, card: kind === "support" ? "crisis" : "not-allowed", spans: [] }) as Verdict;

test.each([
  ["a call for help", verdict("support", "urgent", "self-harm"), { kind: "self-harm", severity: "urgent" }],
  ["a quiet call for help", verdict("support", "low", "distress"), { kind: "distress", severity: "normal" }],
  [
    "the gravest of several",
    verdict("support", "high", "bullying", "abuse-disclosed"),
    { kind: "abuse", severity: "high" },
  ],
  ["a grave refusal", verdict("block", "high", "grooming"), { kind: "grooming", severity: "high" }],
  ["a grave redirection", verdict("redirect", "urgent", "violence"), { kind: "violence", severity: "urgent" }],
  ["what has no kind of its own", verdict("block", "high", "gambling"), { kind: "other", severity: "high" }],
  ["an ordinary refusal", verdict("block", "normal", "violence"), undefined],
  ["a greeting", { kind: "allow" }, undefined],
] as const)("%s", (_what, given, expected) => {
  expect(concernOf(given)).toEqual(expected);
});

test("an answer that was stopped is flagged for grave reasons only", () => {
  expect(concernOfStopped(["weapons", "politics"])).toEqual({ kind: "answer-stopped", severity: "high" });
  expect(concernOfStopped(["politics", "persona", "prompt-leak"])).toBeUndefined();
});

test("a refusal that a lesson may have been meant by is an edge case; a grave one is a flag instead", () => {
  expect(isEdgeCase(verdict("block", "normal", "weapons"))).toBe(true);
  expect(isEdgeCase(verdict("block", "high", "weapons"))).toBe(false);
  expect(isEdgeCase(verdict("redirect", "low", "cheating"))).toBe(false);
  expect(isEdgeCase({ kind: "allow" })).toBe(false);
});
