/** One measured figure; a share of 1 unless `unit` says otherwise. */
export interface EvalFigure {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  /** What a plain method reaches on the same data. */
  readonly baseline?: number;
  readonly mustReach?: string;
  /** Whether `mustReach` was met, where the evaluation says so itself; `--strict` makes a miss the exit code. */
  readonly reached?: boolean;
  /** How many cases a share was counted over, and its 95 % interval. */
  readonly of?: number;
  readonly interval?: readonly [number, number];
}
