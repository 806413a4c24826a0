import { silentLog, systemClock, systemIds } from "../../packages/core/src/kernel/index.ts";
import { screenAnswer, screenQuestion } from "../../packages/core/src/safety/index.ts";
import { hostileInputs } from "../evals/safety-hostile.ts";
import { readOwnRows } from "../evals/safety-rows.ts";
import { tutorActor } from "../support/tutor-actor.ts";
import { figure, type Figure } from "./figure.ts";

const grade = 8;
const rounds = 5;

/**
 * `screening.p99` (ms): the rule layers over one message, question and answer. `screening.worst20kb` (ms): the slowest of 20 kB texts
 * that were made to hurt. Baseline: what the plainest filter does with the same text (compose, lower case, words, one look-up each).
 */
export async function run(): Promise<readonly Figure[]> {
  const ctx = {
    actor: tutorActor({ grade }),
    clock: systemClock,
    ids: systemIds,
    log: silentLog,
    classifier: undefined,
  };
  const screen = async (text: string) => {
    await screenQuestion(ctx, { text, grade });
    await screenAnswer(ctx, { text, grade });
  };
  const messages = readOwnRows().map(({ text }) => text);
  const words = new Set(messages.flatMap(plainWords));
  // Twice as well: the baseline answers two questions too.
  const plain = (text: string) => [0, 1].map(() => plainWords(text).filter((word) => words.has(word)).length);

  const screened: number[] = [];
  const baseline: number[] = [];
  for (const text of messages) {
    screened.push(await bestOf(() => screen(text)));
    baseline.push(await bestOf(() => plain(text)));
  }
  let worst = { screened: 0, baseline: 0 };
  for (const [, text] of hostileInputs()) {
    const time = await bestOf(() => screen(text));
    if (time > worst.screened) worst = { screened: time, baseline: await bestOf(() => plain(text)) };
  }
  return [
    figure("screening.p99", quantile(screened, 0.99), "ms", quantile(baseline, 0.99)),
    figure("screening.p50", quantile(screened, 0.5), "ms", quantile(baseline, 0.5)),
    figure("screening.worst20kb", worst.screened, "ms", worst.baseline),
  ];
}

const plainWords = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The best of a few: a busy machine must not look like slow code. */
async function bestOf(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
