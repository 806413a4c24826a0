import type { LogFields } from "./log.ts";

/** Things that somebody has to look at; each is a metric that an alarm watches. */
export type AlarmName =
  | "dead-letter"
  | "ingestion-restarted"
  | "ingestion-given-up"
  | "flag-lost"
  | "flag-unassigned"
  | "flag-stuck"
  | "budget-used";

/** Tells whoever runs the product that something needs a look. Never throws, never waits. */
export interface AlarmHook {
  /** `source` tells where, in a few fixed words (it becomes a dimension of the metric); fields as in the log. */
  raise(name: AlarmName, source: string, fields?: LogFields): void;
}
