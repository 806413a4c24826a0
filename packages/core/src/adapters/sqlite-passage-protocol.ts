import type { SqliteEngine } from "./sqlite-passage-engine.ts";

/** What the search thread is asked, and what it answers. */
export interface Call {
  readonly id: number;
  readonly method: keyof SqliteEngine;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: string };
