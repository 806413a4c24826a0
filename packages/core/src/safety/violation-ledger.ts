import type { SafetyCategory, Severity, Verdict } from "./schema.ts";

/** When a pupil is warned, paused and locked. Points fade, so that a bad afternoon is not a record. */
export interface ViolationSettings {
  readonly points: Readonly<Record<Severity, number>>;
  /** Points that a day takes away. */
  readonly fadePerDay: number;
  /** From so many points on; the highest that is reached counts. */
  readonly warnFrom: number;
  readonly pauseFrom: number;
  readonly pauseForDayFrom: number;
  readonly lockFrom: number;
  readonly pauseMs: number;
}

export const defaultViolationSettings: ViolationSettings = {
  points: { low: 1, normal: 1, high: 2, urgent: 2 },
  fadePerDay: 1,
  warnFrom: 2,
  pauseFrom: 3,
  pauseForDayFrom: 5,
  lockFrom: 8,
  pauseMs: 15 * 60_000,
};

/** What stands against a pupil, as of a moment. */
export interface Ledger {
  readonly points: number;
  readonly atMs: number;
}

/** What follows from one more violation: nothing yet, a kind word, a pause, the rest of the day, or an adult must look. */
export type ViolationStep = "none" | "warn" | "pause" | "pause-day" | "lock";

/** A child who may be hurt is helped, never counted: one of these in a verdict and nothing of it counts. */
const cries: ReadonlySet<SafetyCategory> = new Set([
  "self-harm",
  "eating-disorder",
  "abuse-disclosed",
  "grooming",
  "sexual-minor",
  "distress",
]);
/** Counted even where the answer was a mild redirect. Everything else counts only when it was blocked. */
const counted: ReadonlySet<SafetyCategory> = new Set(["bullying", "hate", "manipulation", "jailbreak"]);
/** Clumsy rather than unkind: told why, never held against anybody. */
const harmless: ReadonlySet<SafetyCategory> = new Set([
  "personal-data",
  "cheating",
  "off-topic",
  "professional-advice",
  "politics",
]);

/** Points of one screened question; 0 for everything that was allowed, or is a cry for help, or merely clumsy. */
export function violationPoints(verdict: Verdict, settings = defaultViolationSettings): number {
  if (verdict.kind === "allow" || verdict.kind === "support") return 0;
  const { categories, kind, severity } = verdict;
  if (categories.some((category) => cries.has(category))) return 0;
  const counts =
    kind === "block"
      ? categories.some((category) => !harmless.has(category))
      : categories.some((category) => counted.has(category));
  return counts ? settings.points[severity] : 0;
}

/** What is left of the points now. */
export function fadedPoints({ points, atMs }: Ledger, nowMs: number, settings = defaultViolationSettings): number {
  const days = Math.max(0, nowMs - atMs) / (24 * 3_600_000);
  return Math.max(0, points - days * settings.fadePerDay);
}

/** Adds the points of one violation and says what follows. */
export function addViolation(
  ledger: Ledger | undefined,
  { points, nowMs }: { readonly points: number; readonly nowMs: number },
  settings = defaultViolationSettings,
): { readonly ledger: Ledger; readonly step: ViolationStep } {
  const total = (ledger ? fadedPoints(ledger, nowMs, settings) : 0) + points;
  return { ledger: { points: total, atMs: nowMs }, step: stepAt(total, settings) };
}

function stepAt(points: number, settings: ViolationSettings): ViolationStep {
  // A point that has faded by minutes still is one: two in one lesson are two.
  const whole = Math.ceil(points - 0.25);
  if (whole >= settings.lockFrom) return "lock";
  if (whole >= settings.pauseForDayFrom) return "pause-day";
  if (whole >= settings.pauseFrom) return "pause";
  return whole >= settings.warnFrom ? "warn" : "none";
}
