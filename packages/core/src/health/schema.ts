/** What the product stands on, part by part, as a person would name it. */
export const healthParts = ["table", "queues", "storage", "search", "identity", "models"] as const;
export type HealthPart = (typeof healthParts)[number];

/** `off`: this home has no such part (no model is set up: the books answer). */
export type PartState = "up" | "down" | "off";

/** Of each model that is set up: whether it is asked (`closed`), spared (`open`) or tried again (`probing`). */
export type Breakers = Readonly<Record<string, "closed" | "open" | "probing">>;

export interface PartHealth {
  readonly part: HealthPart;
  readonly state: PartState;
  /** How long the answer took; absent for a part that is off. */
  readonly latencyMs?: number;
  /** For the models. */
  readonly breakers?: Breakers;
}

/** One look at every part. */
export interface HealthReport {
  readonly atMs: number;
  /** `degraded`: pupils get answers, but softer ones, or something beside the answers is missing. */
  readonly status: "up" | "degraded" | "down";
  readonly parts: readonly PartHealth[];
}

/** One part on one day in Ulaanbaatar. */
export interface PartDay {
  readonly day: string;
  readonly part: HealthPart;
  /** Looks at which it answered, and at which it did not. */
  readonly up: number;
  readonly down: number;
}

/** Days that the status page shows, and how long looks are kept. */
export const historyDays = 90;
