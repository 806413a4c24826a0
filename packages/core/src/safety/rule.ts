import { compilePhrase, type Phrase, type PhraseMatcher } from "./phrase-pattern.ts";
import type { RedirectCard, SafetyCategory, Severity, Verdict } from "./schema.ts";
import type { ScreenedText } from "./screened-text.ts";

/** One thing that screening looks for. */
export interface Rule {
  readonly category: SafetyCategory;
  readonly severity: Severity;
  readonly action:
    | { readonly kind: "support"; readonly card: "crisis" | "danger" }
    | { readonly kind: "redirect" | "block"; readonly card: RedirectCard };
  /** Any of these in one reading. */
  readonly phrases?: readonly Phrase[];
  /** What a lesson sounds like: with one of these in the text the rule is silent. */
  readonly unless?: readonly Phrase[];
  /** What is not Mongolian, over the text as typed. */
  readonly plain?: RegExp;
}

export interface CompiledRule extends Rule {
  readonly matches: (text: ScreenedText) => boolean;
}

export function compileRules(rules: readonly Rule[]): readonly CompiledRule[] {
  return rules.map((rule) => {
    const wanted = (rule.phrases ?? []).map(compilePhrase);
    const lessons = (rule.unless ?? []).map(compilePhrase);
    const inReading = (reading: ScreenedText["readings"][number]) => {
      const any = (matchers: readonly PhraseMatcher[]) => matchers.some((matcher) => matcher(reading));
      return any(wanted) && !any(lessons);
    };
    return { ...rule, matches: (text) => text.readings.some(inReading) || (rule.plain?.test(text.plain) ?? false) };
  });
}

const kindOrder = { support: 0, block: 1, redirect: 2 } as const;
const severityOrder: Record<Severity, number> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** The verdict of everything that was found: help goes before refusal, refusal before redirection, the graver first. */
export function judge(found: readonly Pick<Rule, "category" | "severity" | "action">[]): Verdict {
  const [first] = found.toSorted(
    (one, other) =>
      kindOrder[one.action.kind] - kindOrder[other.action.kind] ||
      severityOrder[one.severity] - severityOrder[other.severity],
  );
  if (!first) return { kind: "allow" };
  const categories = [...new Set(found.map(({ category }) => category))];
  return { ...first.action, categories, severity: first.severity };
}
