import type { EvalFigure } from "./figure.ts";

/** Counted cases: `hits` of `all`. */
export interface Tally {
  hits: number;
  all: number;
}

/** Wilson's 95 % interval of a share (E. B. Wilson, 1927): honest for few rows and for shares near 0 and 1. */
export function wilson({ hits, all }: Tally): readonly [number, number] {
  if (all === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / all;
  const middle = share + (z * z) / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}

export interface Target {
  readonly bound: "least" | "most";
  readonly value: number;
}
export const atLeast = (value: number): Target => ({ bound: "least", value });
export const atMost = (value: number): Target => ({ bound: "most", value });

/** A share with its interval and its target; nothing where there were no rows. */
export function shareFigure(name: string, tally: Tally, target?: Target): readonly EvalFigure[] {
  if (tally.all === 0) return [];
  const value = tally.hits / tally.all;
  return [{ name, value, of: tally.all, interval: wilson(tally), ...targetOf(value, target) }];
}

export const plainFigure = (name: string, value: number, unit: string, target?: Target): EvalFigure => ({
  name,
  value,
  unit,
  ...targetOf(value, target),
});

function targetOf(value: number, target: Target | undefined): Pick<EvalFigure, "mustReach" | "reached"> {
  if (!target) return {};
  const { bound, value: limit } = target;
  const reached = bound === "least" ? value >= limit : value <= limit;
  return { mustReach: `${bound === "least" ? "≥" : "≤"} ${limit}`, reached };
}

/** Tallies by name, made when they are first counted. */
export function createTallies() {
  const tallies = new Map<string, Tally>();
  const of = (name: string): Tally => {
    const known = tallies.get(name) ?? { hits: 0, all: 0 };
    tallies.set(name, known);
    return known;
  };
  return {
    of,
    count(name: string, hit: boolean): void {
      const tally = of(name);
      tally.all += 1;
      if (hit) tally.hits += 1;
    },
  };
}
