import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import { addReviewItem, type FlagPorts, maskPersonalData } from "../safety/index.ts";
import type { ExchangeKey, TutorPorts } from "./ports.ts";
import type { RateAnswerInput } from "./schema.ts";

/** Reasons for a thumb down that a person looks into. */
const reviewed = { unsafe: "rated-unsafe", wrong: "rated-wrong" } as const;

/**
 * Thumbs up or down for an answer, with a reason; a later rating replaces it. One that is called unsafe or wrong comes before a
 * person. Throws `not-found` (tutor.no-exchange).
 */
export async function rateAnswer(
  ctx: Ctx<Student, Pick<TutorPorts, "exchanges"> & Pick<FlagPorts, "reviewItems">>,
  { conversationId, exchangeId, rating, reason, comment }: RateAnswerInput,
): Promise<void> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const key = { schoolId, studentId, conversationId, exchangeId };
  const said = comment === undefined ? {} : { comment: maskPersonalData(comment) };
  const rated = await ctx.exchanges.rate(key, { rating, ...(reason === undefined ? {} : { reason }), ...said });
  if (!rated) throw new DomainError("not-found", "tutor.no-exchange");
  if (rating === "down" && (reason === "unsafe" || reason === "wrong")) {
    await putBeforePerson(ctx, key, { reason: reviewed[reason], ...said });
  }
}

async function putBeforePerson(
  ctx: Ctx<Student, Pick<TutorPorts, "exchanges"> & Pick<FlagPorts, "reviewItems">>,
  key: ExchangeKey,
  said: { readonly reason: "rated-unsafe" | "rated-wrong"; readonly comment?: string },
): Promise<void> {
  const exchange = await ctx.exchanges.get(key);
  if (!exchange?.answer) return;
  const { question, answer } = exchange;
  await addReviewItem(ctx, {
    ...said,
    conversationId: key.conversationId,
    exchangeId: key.exchangeId,
    question,
    answer: answer.text,
    ...(answer.card === undefined ? {} : { card: answer.card }),
    categories: [...answer.categories],
    sources: answer.citations.map(({ textbookId, pdfPage, bookTitle }) => ({
      textbookId,
      page: pdfPage,
      title: bookTitle,
    })),
  });
}
