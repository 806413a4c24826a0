import type { SavedAnswer, SavedExchange } from "../ports.ts";
import type { AnswerEvent } from "../schema.ts";

/** A saved answer as the events that a stream of it would have carried, without `done`. */
export function* replayAnswer(answer: SavedAnswer): Generator<AnswerEvent, void> {
  const { card, citations, notices, text } = answer;
  // Help comes first; a card that ended the answer comes where it came then.
  const endedIt = card === "stopped" || text !== "";
  if (card && !endedIt) yield { type: "redirect", card, replaces: true };
  if (citations.length > 0) yield { type: "sources", citations: [...citations] };
  for (const notice of notices) yield { type: "notice", notice };
  if (text) yield { type: "delta", text };
  if (card && endedIt) yield { type: "redirect", card, replaces: false };
}

/** The last event of an answer. */
export function doneEvent(
  exchange: SavedExchange,
  answer: SavedAnswer,
  facts: { readonly title: string; readonly replayed: boolean },
): AnswerEvent {
  const { outcome, source, usage, model } = answer;
  return {
    type: "done",
    exchangeId: exchange.exchangeId,
    conversationId: exchange.conversationId,
    outcome,
    source,
    // What it cost is nothing for a pupil's page.
    ...(usage === undefined ? {} : { usage: { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens } }),
    ...(model === undefined ? {} : { model }),
    ...facts,
  };
}
