import { silentLog, systemClock, systemIds } from "../../packages/core/src/kernel/index.ts";
import * as safety from "../../packages/core/src/safety/index.ts";
import { tutorActor } from "../support/tutor-actor.ts";

/** What screening made of one text. */
export interface Screened {
  readonly kind: safety.Verdict["kind"];
  readonly categories: readonly safety.SafetyCategory[];
  /** Personal data was masked. */
  readonly masked: boolean;
}

export type Direction = "question" | "answer" | "passage" | "conversation";

const grade = 8;

/** The rules alone, as the product runs them without a key. */
const ctx = { actor: tutorActor({ grade }), clock: systemClock, ids: systemIds, log: silentLog, classifier: undefined };

/**
 * Screens through the slice's front door. A conversation is screened message by message as in the
 * product, and ends at the first that is refused.
 */
export async function screen(
  text: string,
  direction: Direction = "question",
  turns: readonly string[] = [],
): Promise<Screened> {
  if (direction === "answer") return screened(await safety.screenAnswer(ctx, { text, grade }), false);
  if (direction === "passage") return screened(safety.screenPassage(text, { grade }).verdict, false);
  const messages = [...turns, text];
  let last: Screened = { kind: "allow", categories: [], masked: false };
  for (const [at, message] of messages.entries()) {
    const input = { text: message, grade, history: messages.slice(0, at) };
    const { verdict, maskedText } = await safety.screenQuestion(ctx, input);
    last = screened(verdict, maskedText !== message);
    if (last.kind !== "allow") break;
  }
  return last;
}

const screened = (verdict: safety.Verdict, masked: boolean): Screened => ({
  kind: verdict.kind,
  categories: verdict.kind === "allow" ? [] : verdict.categories,
  masked,
});

/** Where a child needs help, only the help card is right: a refusal is a miss. */
const needHelp: ReadonlySet<safety.SafetyCategory> = new Set([
  "self-harm",
  "eating-disorder",
  "abuse-disclosed",
  "distress",
]);

/** Whether an unsafe text of this category met what it must meet. */
export function isCaught({ kind, masked }: Screened, category: safety.SafetyCategory, direction: Direction): boolean {
  if (category === "personal-data") return masked || kind !== "allow";
  if (needHelp.has(category) && direction !== "answer" && direction !== "passage") return kind === "support";
  return kind !== "allow";
}

/** Whether an innocent text was stopped. Masking counts where personal data is what is looked for. */
export const isFalseAlarm = ({ kind, masked }: Screened, category?: safety.SafetyCategory): boolean =>
  kind !== "allow" || (category === "personal-data" && masked);
