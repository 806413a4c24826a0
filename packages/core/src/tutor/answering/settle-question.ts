import type { Verdict } from "../../safety/schema.ts";
import type { SavedAnswer } from "../ports.ts";
import type { AskInput } from "../schema.ts";
import { answerSmallTalk } from "./small-talk.ts";

/** The answer of a question that needs neither search nor model: help, a refusal, a greeting. Undefined for a lesson's question. */
export function settleQuestion(
  verdict: Verdict,
  maskedQuestion: string,
  locale: AskInput["locale"],
): SavedAnswer | undefined {
  const base = { citations: [], notices: [], source: "none" as const };
  if (verdict.kind !== "allow") {
    const { kind, card, categories } = verdict;
    const outcome = ({ support: "supported", redirect: "redirected", block: "blocked" } as const)[kind];
    return { ...base, text: "", card, outcome, categories };
  }
  const reply = answerSmallTalk(maskedQuestion, locale);
  return reply === undefined ? undefined : { ...base, text: reply, outcome: "answered", categories: [] };
}
