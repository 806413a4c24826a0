import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import type { SavedExchange, TutorPorts } from "./ports.ts";
import type { ConversationDetail, ConversationInput, ExchangeView } from "./schema.ts";

/** One conversation with its questions and answers, oldest first. Throws `not-found` (tutor.no-conversation). */
export async function readConversation(
  ctx: Ctx<Student, Pick<TutorPorts, "conversations" | "exchanges">>,
  { conversationId }: ConversationInput,
): Promise<ConversationDetail> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const key = { schoolId, studentId, conversationId };
  const [conversation, exchanges] = await Promise.all([ctx.conversations.get(key), ctx.exchanges.all(key)]);
  if (!conversation) throw new DomainError("not-found", "tutor.no-conversation");
  const { title, lastAskedAtMs, exchangeCount } = conversation;
  // Ids are made by the browser, whose clock may be wrong: the order is that of our own.
  const inOrder = exchanges.toSorted((one, other) => one.askedAtMs - other.askedAtMs);
  return { conversationId, title, lastAskedAtMs, exchangeCount, exchanges: inOrder.map(toView) };
}

function toView({ exchangeId, askedAtMs, question, mode, answer, stoppedAt, rating }: SavedExchange): ExchangeView {
  const about = { exchangeId, askedAtMs, question, mode };
  const marks = {
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(rating === undefined ? {} : { rating }),
  };
  if (!answer) return { ...about, ...marks, state: "asked", answer: "", notices: [], citations: [] };
  const { text, citations, notices, outcome, source, card } = answer;
  return {
    ...about,
    ...marks,
    state: "answered",
    answer: text,
    citations,
    notices,
    outcome,
    source,
    ...(card === undefined ? {} : { card }),
  };
}
