import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { silentLog, systemClock, systemIds } from "../kernel/index.ts";
import { screenAnswer } from "./screen-answer.ts";
import { screenQuestion } from "./screen-question.ts";

const file = new URL("../../../../../shared/eval/moderation/labelled.jsonl", import.meta.url);
const ctx = { actor: tutorActor(), clock: systemClock, ids: systemIds, log: silentLog, classifier: undefined };

interface Row {
  readonly source: string;
  readonly unsafe: 0 | 1;
  readonly text: string;
}
const rows = (sources: readonly string[]): readonly Row[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row)
    .filter(({ source }) => sources.includes(source));

// The measuring data is not part of the repository: a plain clone says so instead of failing.
describe.skipIf(!existsSync(file))("on labelled Mongolian texts (../shared/eval, absent in a plain clone)", () => {
  const innocent = ["sib_mn", "mn_seed", "eesh", "mgsm_mn"];

  test("at most 1 % of innocent questions are refused", async () => {
    const all = rows(innocent);
    const verdicts = await Promise.all(all.map(({ text }) => screenQuestion(ctx, { text, grade: 8 })));
    expect(verdicts.filter(({ verdict }) => verdict.kind !== "allow").length / all.length).toBeLessThanOrEqual(0.01);
  });

  test("at most 1 % of innocent sentences of answers are stopped", async () => {
    const all = rows(innocent);
    const verdicts = await Promise.all(all.map(({ text }) => screenAnswer(ctx, { text, grade: 8 })));
    expect(verdicts.filter(({ kind }) => kind !== "allow").length / all.length).toBeLessThanOrEqual(0.01);
  });

  test("rules alone see at least a third of short hostile remarks", async () => {
    const all = rows(["mn_safety"]).filter(({ unsafe }) => unsafe === 1);
    const verdicts = await Promise.all(all.map(({ text }) => screenQuestion(ctx, { text, grade: 8 })));
    expect(verdicts.filter(({ verdict }) => verdict.kind !== "allow").length / all.length).toBeGreaterThan(0.33);
  });
});
