import type { TalkReader } from "../safety/index.ts";
import type { ExchangeStore } from "./ports.ts";

/** Lets staff who care for a flag read the flagged moment of a conversation, and nothing of the rest. */
export function createTalkReader(exchanges: ExchangeStore): TalkReader {
  return {
    async around({ exchangeId, ...conversation }, each) {
      const all = await exchanges.all(conversation);
      // Ids are made by the browser, whose clock may be wrong: the order is that of our own.
      const inOrder = all.toSorted((one, other) => one.askedAtMs - other.askedAtMs);
      const at = inOrder.findIndex((exchange) => exchange.exchangeId === exchangeId);
      if (at < 0) return [];
      return inOrder.slice(Math.max(0, at - each), at + each + 1).map(({ answer, ...exchange }) => ({
        exchangeId: exchange.exchangeId,
        askedAtMs: exchange.askedAtMs,
        question: exchange.question,
        answer: answer?.text ?? "",
        ...(answer?.card === undefined ? {} : { card: answer.card }),
      }));
    },
  };
}
