import { ageBand, type AgeBand, type RedirectCard, type SafetyCategory, type Severity } from "../schema.ts";
import type { Phrase } from "./phrase.ts";

export type RuleAction =
  | { readonly kind: "support"; readonly card: "crisis" | "danger" }
  | { readonly kind: "redirect" | "block"; readonly card: RedirectCard };

/** Signs that prove nothing alone: together they do, from a sum of 1 on. Each counts once. */
export interface Sign {
  readonly weight: number;
  readonly phrases: readonly Phrase[];
}

/** One thing that screening looks for. */
export interface Rule {
  readonly category: SafetyCategory;
  readonly severity: Severity;
  readonly action: RuleAction;
  /** Any of these in one sentence. */
  readonly phrases?: readonly Phrase[];
  readonly signs?: readonly Sign[];
  /** What a lesson or a refusal sounds like: a sentence with one of these is not what the rule means. */
  readonly unless?: readonly Phrase[];
  /** Marks that are no words (a canary, a delimiter), over the text as written. Must not backtrack. */
  readonly plain?: RegExp;
  /** Whom it is too much for; unset: everybody. */
  readonly bands?: readonly AgeBand[];
}

export const isFor = ({ bands }: Rule, grade: number): boolean => bands === undefined || bands.includes(ageBand(grade));
