/** One measured figure; a share of 1 unless `unit` says otherwise. */
export interface EvalFigure {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  /** What a plain method reaches on the same data. */
  readonly baseline?: number;
  readonly mustReach?: string;
}
