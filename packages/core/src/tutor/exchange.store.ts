import { setTimeout as delay } from "node:timers/promises";
import { happened, DomainError, type TableHandle } from "../kernel/index.ts";
import { createClaim } from "./claim-exchange.ts";
import { createExchangeEntity } from "./exchange.entity.ts";
import { toSavedExchange } from "./exchange-record.ts";
import { packAnswer } from "./pack-answer.ts";
import type { ExchangeKey, ExchangeStore } from "./ports.ts";

const deleteAttempts = 5;

/** Exchanges in the single table. Every guard stands in the write. */
export function createExchangeStore(table: TableHandle): ExchangeStore {
  const entity = createExchangeEntity(table);
  const bare = ({ schoolId, studentId, conversationId, exchangeId }: ExchangeKey) => ({
    schoolId,
    studentId,
    conversationId,
    exchangeId,
  });

  return {
    claim: createClaim(table),

    takeOver: ({ key, formerLeaseId, leaseId, leaseUntilMs }) =>
      happened(
        entity
          .patch(bare(key))
          .set({ leaseId, leaseUntilMs })
          .where((at, { eq, notExists }) => `${eq(at.leaseId, formerLeaseId)} AND ${notExists(at.answer)}`)
          .go(),
      ),

    async complete({ key, leaseId, answer }) {
      const isSaved = await happened(
        entity
          .patch(bare(key))
          .set({ answer: packAnswer(answer) })
          .where((at, { eq, notExists }) => `${eq(at.leaseId, leaseId)} AND ${notExists(at.answer)}`)
          .go(),
      );
      if (isSaved) return true;
      // Our own write may be what is in the way: tried again by the client after its answer was lost.
      const { data } = await entity.get(bare(key)).go({ consistent: true });
      return data?.leaseId === leaseId && data.answer !== undefined;
    },

    async release({ key, leaseId }) {
      await happened(
        entity
          .patch(bare(key))
          .set({ leaseUntilMs: 0 })
          .where((at, { eq, notExists }) => `${eq(at.leaseId, leaseId)} AND ${notExists(at.answer)}`)
          .go(),
      );
    },

    async get(key) {
      // The answer may have been saved a moment ago by another function.
      const { data } = await entity.get(bare(key)).go({ consistent: true });
      return data ? toSavedExchange(data) : undefined;
    },

    async recent({ schoolId, studentId, conversationId }, limit) {
      const query = entity.query.byConversation({ schoolId, studentId, conversationId });
      const { data } = await query.go({ limit, order: "desc", pages: 1 });
      // Ids are made by the pupil's device, whose clock may be wrong; the time of asking is ours.
      return data.map(toSavedExchange).toSorted((one, other) => one.askedAtMs - other.askedAtMs);
    },

    async all({ schoolId, studentId, conversationId }) {
      const query = entity.query.byConversation({ schoolId, studentId, conversationId });
      const { data } = await query.go({ pages: "all", consistent: true });
      return data.map(toSavedExchange);
    },

    async deleteAll({ schoolId, studentId, conversationId }) {
      const query = entity.query.byConversation({ schoolId, studentId, conversationId });
      const { data } = await query.go({
        pages: "all",
        consistent: true,
        attributes: ["schoolId", "studentId", "conversationId", "exchangeId"],
      });
      if (data.length === 0) return;
      for (let attempt = 1; ; attempt += 1) {
        // All of them again: a deletion changes nothing the second time.
        const { unprocessed } = await entity.delete(data).go({ concurrency: 3 });
        if (unprocessed.length === 0) return;
        // A busy table; the conversation is marked already, and its deletion can be repeated.
        if (attempt >= deleteAttempts) throw new DomainError("unavailable", "tutor.busy", { retryAfterS: 2 });
        await delay(25 * 2 ** attempt * (0.5 + Math.random()));
      }
    },

    rate: (key, { rating, reason, comment }) =>
      happened(
        entity
          .patch(bare(key))
          .set({
            rating,
            ...(reason === undefined ? {} : { ratingReason: reason }),
            ...(comment === undefined ? {} : { ratingComment: comment }),
          })
          .remove([
            ...(reason === undefined ? (["ratingReason"] as const) : []),
            ...(comment === undefined ? (["ratingComment"] as const) : []),
          ])
          .where((at, { exists }) => exists(at.answer))
          .go(),
      ),

    stop: (key, shownChars) => happened(entity.patch(bare(key)).set({ stoppedAt: shownChars }).go()),
  };
}
