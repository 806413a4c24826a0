/** One measured figure beside a baseline measured in the same run, so that a slow machine does not look like slow code. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** ms, KiB, pages/s, requests … */
  readonly unit: string;
  readonly baseline: number;
  /** value ÷ baseline. */
  readonly ratio: number;
}

export function figure(name: string, value: number, unit: string, baseline: number): Figure {
  return {
    name,
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(baseline === 0 ? 0 : value / baseline),
  };
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
