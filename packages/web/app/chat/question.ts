import type { AskInput } from "@ukhaan/core/tutor/schema";

/** A question as the browser keeps and sends it: {@link AskInput} before the server has checked it. */
export interface Question {
  readonly conversationId: string;
  readonly exchangeId: string;
  readonly question: string;
  readonly mode: AskInput["mode"];
  /** True when the conversation has exchanges already. */
  readonly followUp: boolean;
  readonly subject?: AskInput["subject"] | undefined;
}

/** Who asks, and in which language of the page. */
export interface Asker {
  readonly studentId: string;
  readonly locale: AskInput["locale"];
}

/** The question of an exchange, to ask it again with the same ids. */
export function questionOf(
  conversationId: string,
  { exchangeId, question, mode, followUp, subject }: Omit<Question, "conversationId">,
): Question {
  return { conversationId, exchangeId, question, mode, followUp, ...(subject && { subject }) };
}
