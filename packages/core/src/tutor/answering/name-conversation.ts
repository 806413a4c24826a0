import { firstWords } from "./cite-passage.ts";

/** Title of a conversation from its first question (personal data masked), at most 60 characters. */
export function nameConversation(maskedQuestion: string): string {
  const title = firstWords(maskedQuestion.replace(/[*_#`$]/gu, ""), 60);
  return title === "" ? "…" : title.slice(0, 1).toUpperCase() + title.slice(1);
}
