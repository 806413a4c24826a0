import type { SafetyCategory, Severity, Verdict } from "../schema.ts";
import type { Finding } from "./rule-set.ts";

const kindOrder = { support: 0, block: 1, redirect: 2 } as const;
const severityOrder: Record<Severity, number> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** The verdict of everything that was found: help goes before refusal, refusal before redirection, the graver first. */
export function judge(found: readonly Finding[]): Verdict {
  const [first] = found.toSorted(
    (one, other) =>
      kindOrder[one.action.kind] - kindOrder[other.action.kind] ||
      severityOrder[one.severity] - severityOrder[other.severity],
  );
  if (!first) return { kind: "allow" };
  const categories: readonly SafetyCategory[] = [first.category, ...found.map(({ category }) => category)];
  return {
    ...first.action,
    categories: [...new Set(categories)],
    severity: first.severity,
    spans: found.flatMap(({ spans }) => spans).toSorted((one, other) => one.start - other.start),
  };
}
