import { answerRules, foreignTaskRules, passageRules } from "./lexicon/index.ts";
import { judge } from "./rules/judge.ts";
import { createRuleSet, type Finding } from "./rules/rule-set.ts";
import type { SafetySpan, Verdict } from "./schema.ts";

const orders = createRuleSet(passageRules);
const foreignTasks = createRuleSet(foreignTaskRules);
const harm = createRuleSet(answerRules);

/** A sentence that is chiefly Latin letters and long enough to be one. */
const fewestForeignLetters = 12;
const removed = "…";
const sentenceBorder = /[.!?;\n…]/u;

export interface PassageInput {
  readonly grade?: number;
  /** The lesson is taught in English, or is English: tasks in English are its own. */
  readonly isEnglishLesson?: boolean;
}

export interface ScreenedPassage {
  readonly verdict: Verdict;
  /** The text without the sentences that order something or may not be shown; what is left may be quoted as data. */
  readonly text: string;
}

/**
 * Reads a piece of a book as data: a passage, a heading, a title, the words in a picture. Finds sentences that order whoever
 * quotes them, and what no answer may hold, and leaves them out. Pure; rules alone.
 */
export function screenPassage(
  text: string,
  { grade = 8, isEnglishLesson = false }: PassageInput = {},
): ScreenedPassage {
  const findings: readonly Finding[] = [
    ...orders.find(text, grade),
    ...harm.find(text, grade).filter(({ category }) => category !== "personal-data"),
    ...(isEnglishLesson ? [] : foreignTasks.find(text, grade).flatMap((found) => inForeignSentences(text, found))),
  ];
  const verdict = judge(findings);
  if (verdict.kind === "allow") return { verdict, text };
  return {
    verdict,
    text: without(
      text,
      findings.flatMap(({ spans }) => spans),
    ),
  };
}

function inForeignSentences(text: string, finding: Finding): readonly Finding[] {
  const spans = finding.spans.filter((span) => isForeign(sentenceAround(text, span)));
  return spans.length > 0 ? [{ ...finding, spans }] : [];
}

function isForeign(sentence: string): boolean {
  const latin = sentence.match(/[a-z]/giu)?.length ?? 0;
  const cyrillic = sentence.match(/[а-яёөү]/giu)?.length ?? 0;
  return latin >= fewestForeignLetters && latin > cyrillic * 2;
}

const sentenceAround = (text: string, span: SafetySpan): string => {
  const { from, to } = borders(text, span);
  return text.slice(from, to);
};

/** From after the end of the sentence before to the end of its own. */
function borders(text: string, { start, end }: SafetySpan): { from: number; to: number } {
  let from = start;
  while (from > 0 && !endsBefore(text, from)) from -= 1;
  let to = end;
  while (to < text.length && !endsBefore(text, to)) to += 1;
  return { from, to };
}

const endsBefore = (text: string, at: number): boolean =>
  text[at - 1] === "\n" || (/\s/u.test(text[at] ?? " ") && sentenceBorder.test(text[at - 1] ?? ""));

function without(text: string, spans: readonly SafetySpan[]): string {
  let kept = "";
  let at = 0;
  const cuts = spans.map((span) => borders(text, span)).toSorted((one, other) => one.from - other.from);
  for (const { from, to } of cuts) {
    if (to <= at) continue;
    if (from >= at)
      kept += `${text.slice(at, from)}${from > 0 && !/\s$/u.test(text.slice(at, from)) ? " " : ""}${removed}`;
    at = to;
  }
  return (kept + text.slice(at)).trim();
}
