import { describe, expect, test } from "vitest";
import { hostileInputs } from "../../../../tests/evals/safety-hostile.ts";
import { isChieflyPersonal } from "./chiefly-personal.ts";
import { maskPersonalData } from "./mask-personal-data.ts";
import { questionRuleSet } from "./screen-thread.ts";

const short = 10_000;
const times = 8;
/** Below this the clock measures itself. */
const floorMs = 4;

/** Processor time of the best of five runs. */
function workOf(run: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.max(floorMs, Math.min(...runs));
}

const screened = (text: string) => {
  const masked = maskPersonalData(`99887766 ${text}`);
  isChieflyPersonal(masked);
  return questionRuleSet.find(masked, 8);
};
const longer = new Map(hostileInputs(short * times));

describe("eight times the text", () => {
  test.each(hostileInputs(short))("costs eight times the work, not sixty-four: %s", { retry: 2 }, (name, text) => {
    screened(text);
    // A quadratic step would cost 64 times; three times too much is room for a busy machine.
    expect(workOf(() => screened(longer.get(name) ?? text))).toBeLessThan(workOf(() => screened(text)) * times * 3);
  });
});
