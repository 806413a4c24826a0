import { defaultViolationSettings, type ViolationSettings } from "../safety/index.ts";

/** Numbers of the main journey that a stage may change. */
export interface TutorSettings {
  /** Questions of one pupil; a day is a day in Ulaanbaatar. */
  readonly limits: { readonly perMinute: number; readonly perDay: number };
  /** Active minutes of one pupil in a day, counted in steps of five; a teacher may allow more for a day. */
  readonly dailyMinutes: number;
  /** When a pupil who is unkind or tries to trick the tutor is warned, paused, locked. */
  readonly violations: ViolationSettings;
  /** Output tokens of an answer, and of one asked for in more detail. */
  readonly maxOutputTokens: { readonly answer: number; readonly "more-detail": number };
  /** All models together must be done by then; what they have said so far is kept. */
  readonly answerTimeoutMs: number;
  /** After this long without an answer, another request may take the question over. Longer than the answer's timeout. */
  readonly leaseMs: number;
  /** Exchanges of the thread that a follow-up question's topic is looked for in. */
  readonly threadExchanges: number;
  /** How many of them, the last ones, a model reads. */
  readonly historyExchanges: number;
}

export const defaultTutorSettings: TutorSettings = {
  limits: { perMinute: 30, perDay: 50 },
  dailyMinutes: 90,
  violations: defaultViolationSettings,
  maxOutputTokens: { answer: 1_024, "more-detail": 2_048 },
  answerTimeoutMs: 45_000,
  leaseMs: 55_000,
  threadExchanges: 10,
  historyExchanges: 4,
};

/** The numbers of this program: the defaults and what its composition changes. */
export function tutorSettings({
  tutorSettings: changes,
}: {
  readonly tutorSettings?: Partial<TutorSettings>;
}): TutorSettings {
  return { ...defaultTutorSettings, ...changes };
}
