import { type EntityItem, Service } from "electrodb";
import { happened, type ConversationId, DomainError, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { createConversationEntity } from "./conversation.entity.ts";
import { createHintPolicyEntity } from "./hint-policy.entity.ts";
import { createHintPolicyStore, toHintPolicy } from "./hint-policy.store.ts";
import type { ConversationKey, ConversationStore, SavedConversation } from "./ports.ts";

/** How long a deleted conversation's mark stays: longer than any browser keeps a retry. */
const deletedMarkMs = 90 * 24 * 3_600_000;

/** Conversations in the single table. */
export function createConversationStore(table: TableHandle): ConversationStore {
  const entity = createConversationEntity(table);
  const policyStore = createHintPolicyStore(table);
  const together = new Service({ conversations: entity, policies: createHintPolicyEntity(table) });
  const bare = ({ schoolId, studentId, conversationId }: ConversationKey) => ({ schoolId, studentId, conversationId });

  return {
    async get(key) {
      const { data } = await entity.get(bare(key)).go();
      return data && data.deletedAtMs === undefined ? toSavedConversation(data) : undefined;
    },

    async getWithPolicy({ classroomId, ...key }) {
      const { canceled, data } = await together.transaction
        .get(({ conversations, policies }) => [
          conversations.get(bare(key)).commit(),
          policies.get({ schoolId: key.schoolId, classroomId }).commit(),
        ])
        .go();
      // Somebody writes one of the two this very moment: what stands there is then read by itself.
      if (canceled)
        return { conversation: await this.get(key), hintPolicy: await policyStore.get({ ...key, classroomId }) };
      const [conversation, policy] = data;
      const item = conversation.item;
      return {
        conversation: item && item.deletedAtMs === undefined ? toSavedConversation(item) : undefined,
        hintPolicy: toHintPolicy(policy.item ?? undefined),
      };
    },

    async list({ schoolId, studentId }, { limit, cursor }) {
      const query = entity.query.newestFirst({ schoolId, studentId });
      const page = await query
        .go({ limit, order: "desc", pages: 1, ...(cursor === undefined ? {} : { cursor }) })
        .catch((error: unknown) => {
          if (cursor !== undefined && isBadCursor(error)) throw new DomainError("invalid", "tutor.invalid-cursor");
          throw error;
        });
      return {
        items: page.data.map(toSavedConversation),
        ...(page.cursor === null ? {} : { cursor: page.cursor }),
      };
    },

    rename: (key, title) =>
      happened(
        entity
          .patch(bare(key))
          .set({ title })
          .where(({ deletedAtMs }, { notExists }) => notExists(deletedAtMs))
          .go(),
      ),

    markDeleted: (key, atMs) =>
      happened(
        entity
          .put({ ...bare(key), lastAskedAtMs: atMs, deletedAtMs: atMs, ttl: ttlSeconds(atMs + deletedMarkMs) })
          .where((at, { exists, notExists }) => `${exists(at.conversationId)} AND ${notExists(at.deletedAtMs)}`)
          .go(),
      ),
  };
}

/** Not of ours, of another list (DynamoDB refuses a start outside the queried keys), or cut short on its way. */
function isBadCursor(error: unknown): boolean {
  const cause = (error as { readonly cause?: unknown }).cause;
  const names = [error, cause].map((problem) => (problem instanceof Error ? `${problem.name} ${problem.message}` : ""));
  return names.some((text) => /cursor|ValidationException|starting key|JSON/i.test(text));
}

function toSavedConversation(record: EntityItem<ReturnType<typeof createConversationEntity>>): SavedConversation {
  return {
    conversationId: record.conversationId as ConversationId,
    title: record.title ?? "",
    lastAskedAtMs: record.lastAskedAtMs ?? 0,
    exchangeCount: record.exchangeCount ?? 0,
    searchTexts: record.searchTexts ?? [],
  };
}
