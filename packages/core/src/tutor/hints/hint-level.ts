import * as z from "zod";

/**
 * How far the tutor helps with exercises, as the teacher sets it for a class or one task. `none`: not at all, the pupil is
 * pointed to the book and the teacher. `hints`: the ladder of {@link climb}; the full solution last. `worked-example`: after an
 * attempt a similar exercise is worked out, then the solution. `open`: solutions at once.
 */
export const hintLevels = ["none", "hints", "worked-example", "open"] as const;
export const HintLevel = z.enum(hintLevels);
export type HintLevel = z.infer<typeof HintLevel>;

/** What the standard for schools asks for (DfE 2026, items 44 to 47): no solution by default, hints first. */
export const defaultHintLevel: HintLevel = "hints";

/** Where a pupil stands on the ladder of one exercise. */
export const hintSteps = ["refused", "attempt-asked", "hint", "example", "solution"] as const;
export type HintStep = (typeof hintSteps)[number];

/** Ways of wanting the work done by somebody else. */
export const offloadings = ["reveal", "do-it", "authority", "paste"] as const;
export type Offloading = (typeof offloadings)[number];

/** The state of the ladder after one exchange, kept with it. Only code moves it: nothing that is written can. */
export interface HintState {
  /** The exercise, at most 600 characters, personal data masked. */
  readonly exercise: string;
  /** The teacher's task that it belongs to. */
  readonly taskId?: string;
  readonly level: HintLevel;
  readonly step: HintStep;
  /** Hints given so far. */
  readonly hints: number;
  /** Tries of any kind, and those among them that show the pupil's own working. */
  readonly tries: number;
  readonly attempts: number;
  /** How often the answer was wanted without working for it. */
  readonly offloads: number;
  /** What the message of this exchange was: working of the pupil's own, or a way of having it done. */
  readonly attempt: boolean;
  readonly offloading?: Offloading;
}
