import type { Breakers, HealthPart, HealthReport, PartDay, PartState } from "./schema.ts";

export interface ProbeAnswer {
  readonly state: PartState;
  readonly breakers?: Breakers;
}

/** Asks one part whether it is there, cheaply and without changing anything. */
export interface HealthProbe {
  readonly part: HealthPart;
  /** A part that throws, or hangs, is down too. */
  check(signal: AbortSignal): Promise<ProbeAnswer>;
}

export interface HealthHistory {
  /** Counts a look in its day, once however often it comes: `atMs` tells one from another. */
  add(report: HealthReport): Promise<void>;
  /** Days with a look, the oldest first; both included. */
  read(input: { readonly fromDay: string; readonly toDay: string }): Promise<readonly PartDay[]>;
  /** Whether the table answers. */
  ping(): Promise<void>;
}

export interface HealthPorts {
  readonly healthProbes: readonly HealthProbe[];
  readonly healthHistory: HealthHistory;
  /** Looks that could not be written because the table was down; kept by the program until it can. */
  readonly unsavedHealth: HealthReport[];
}
