import type { ReadWord } from "../reading/read-words.ts";
import type { SafetySpan } from "../schema.ts";
import { createMatcher, type Hit } from "./matcher.ts";
import type { Phrase } from "./phrase.ts";
import { isFor, type Rule } from "./rule.ts";

/** In a sentence that never ends, what stands further away speaks of something else. */
const silencedWithin = 15;

/** A rule that found something, and where. */
export interface Finding extends Pick<Rule, "category" | "severity" | "action"> {
  readonly spans: readonly SafetySpan[];
}

export interface RuleSet {
  readonly find: (text: string, grade: number) => readonly Finding[];
  /** What `text` and the turns before it say together and neither says alone. */
  readonly findAcross: (earlier: readonly string[], text: string, grade: number) => readonly Finding[];
}

/** Where a phrase stands: what a rule wants, what silences it, or its n-th sign. */
type Part = { readonly rule: number } & (
  | { readonly as: "wanted" | "unless" }
  | { readonly as: "sign"; readonly sign: number }
);

/** Prepares rules for matching: all their phrases are looked for in one pass. */
export function createRuleSet(rules: readonly Rule[]): RuleSet {
  const { phrases, partsOf } = collect(rules);
  const matcher = createMatcher(phrases);

  const judgeHits = (words: readonly ReadWord[], hits: readonly Hit[], grade: number, wide: boolean) => {
    const byRule = new Map<number, { wanted: Hit[]; unless: Hit[]; signs: Map<number, Hit> }>();
    for (const hit of hits) {
      for (const part of partsOf[hit.phrase] ?? []) {
        const found = byRule.get(part.rule) ?? { wanted: [], unless: [], signs: new Map<number, Hit>() };
        byRule.set(part.rule, found);
        if (part.as === "sign") found.signs.set(part.sign, hit);
        else found[part.as].push(hit);
      }
    }
    const sentences = ({ first, last }: Hit) => [words[first]?.sentence ?? 0, words[last]?.sentence ?? 0] as const;
    const isSilenced = (hit: Hit, unless: readonly Hit[]) => {
      if (wide) return unless.length > 0;
      const [from, to] = sentences(hit);
      const isNear = (other: Hit) =>
        other.first - hit.last <= silencedWithin && hit.first - other.last <= silencedWithin;
      return unless.some((other) => isNear(other) && sentences(other)[0] <= to && sentences(other)[1] >= from);
    };
    const findings: Finding[] = [];
    for (const [index, { wanted, unless, signs }] of byRule) {
      const rule = rules[index];
      if (!rule || !isFor(rule, grade)) continue;
      const left = wanted.filter((hit) => !isSilenced(hit, unless));
      const weight = [...signs.keys()].reduce((sum, sign) => sum + (rule.signs?.[sign]?.weight ?? 0), 0);
      if (left.length === 0 && weight < 1) continue;
      const spans = (left.length > 0 ? left : [...signs.values()]).map((hit) => spanOf(words, hit, rule));
      findings.push({ category: rule.category, severity: rule.severity, action: rule.action, spans });
    }
    return findings;
  };

  return {
    find(text, grade) {
      const { words, hits } = matcher.match(text);
      const lower = rules.some(({ plain }) => plain) ? text.toLowerCase() : "";
      const marked = rules.flatMap((rule) => {
        const found = rule.plain && isFor(rule, grade) ? rule.plain.exec(lower) : null;
        if (!found) return [];
        const { category, severity, action } = rule;
        return [
          { category, severity, action, spans: [{ start: found.index, end: found.index + found[0].length, category }] },
        ];
      });
      return [...judgeHits(words, hits, grade, false), ...marked];
    },
    findAcross(earlier, text, grade) {
      const before = `${earlier.join("\n")}\n`;
      const { words, hits } = matcher.match(before + text, { acrossSentences: true });
      const now = words.findIndex(({ start }) => start >= before.length);
      if (now <= 0) return [];
      const spanning = hits.filter(({ phrase, first, last }) => {
        const isWanted = partsOf[phrase]?.some(({ as }) => as === "wanted") ?? false;
        return !isWanted || (first < now && last >= now);
      });
      return judgeHits(words, spanning, grade, true)
        .filter(({ severity }) => severity !== "low")
        .map((finding) => ({
          ...finding,
          spans: finding.spans
            .map((span) => ({ ...span, start: Math.max(0, span.start - before.length), end: span.end - before.length }))
            .filter(({ end }) => end > 0),
        }));
    },
  };
}

function collect(rules: readonly Rule[]): { phrases: readonly Phrase[]; partsOf: readonly (readonly Part[])[] } {
  const places = new Map<Phrase, Part[]>();
  const add = (phrase: Phrase, part: Part) => places.set(phrase, [...(places.get(phrase) ?? []), part]);
  for (const [rule, { phrases = [], unless = [], signs = [] }] of rules.entries()) {
    for (const phrase of phrases) add(phrase, { rule, as: "wanted" });
    for (const phrase of unless) add(phrase, { rule, as: "unless" });
    for (const [sign, { phrases: own }] of signs.entries())
      for (const phrase of own) add(phrase, { rule, as: "sign", sign });
  }
  return { phrases: [...places.keys()], partsOf: [...places.values()] };
}

function spanOf(words: readonly ReadWord[], { first, last }: Hit, { category }: Rule): SafetySpan {
  const all = words.slice(first, last + 1);
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
    category,
  };
}
