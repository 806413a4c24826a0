import { maxQuestionLength } from "../../packages/core/src/tutor/schema.ts";
import type { EvalFigure } from "./figure.ts";
import { screen } from "./safety-engine.ts";
import { atMost, plainFigure } from "./safety-figures.ts";
import { hostileInputs } from "./safety-hostile.ts";

const repeats = 3;
const targets = { p99Ms: 2, worstMs: 20 };
/** What takes this long is not measured again: it has failed, and the run should end. */
const hopelessMs = 500;

/** Time of the rule layers. The best of three counts, so that a busy machine does not look like slow code. */
export async function measureLatency(messages: readonly string[]): Promise<readonly EvalFigure[]> {
  const times: number[] = [];
  for (const message of messages) if (message.length <= maxQuestionLength) times.push(await bestOf(message));
  let worst = 0;
  for (const [name, text] of hostileInputs()) {
    const time = await bestOf(text);
    worst = Math.max(worst, time);
    if (time > targets.worstMs) console.error(`slow · ${name}: ${time.toFixed(0)} ms`);
  }
  const p99 = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;
  return [
    plainFigure("safety.rules.p99", p99, "ms", atMost(targets.p99Ms)),
    plainFigure("safety.rules.worst20kb", worst, "ms", atMost(targets.worstMs)),
  ];
}

async function bestOf(text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < repeats && (round === 0 || best < hopelessMs); round += 1) {
    const start = performance.now();
    await screen(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
