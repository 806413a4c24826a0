import { describe, expect, test } from "vitest";
import { hostileInputs } from "../../../../tests/evals/safety-hostile.ts";
import { isChieflyPersonal } from "./chiefly-personal.ts";
import { maskPersonalData } from "./mask-personal-data.ts";
import { questionRuleSet } from "./screen-thread.ts";

const short = 20_000;
/** Below this the clock measures itself. */
const floorMs = 4;

/** Processor time of the best of five runs. */
function workOf(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.max(floorMs, Math.min(...times));
}

const screened = (text: string) => {
  const masked = maskPersonalData(`99887766 ${text}`);
  isChieflyPersonal(masked);
  return questionRuleSet.find(masked, 8);
};
const twice = new Map(hostileInputs(short * 2));

describe("twice the text", () => {
  test.each(hostileInputs(short))("costs twice the work and no more: %s", (name, text) => {
    screened(text);
    // A quadratic step costs four times; the rest is room for the machine.
    expect(workOf(() => screened(twice.get(name) ?? text))).toBeLessThan(workOf(() => screened(text)) * 3);
  });
});
