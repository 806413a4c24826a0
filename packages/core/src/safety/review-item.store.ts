import type { EntityItem } from "electrodb";
import { isBadCursor } from "../account/index.ts";
import {
  type ClassroomId,
  type ConversationId,
  DomainError,
  type ExchangeId,
  type Page,
  type ReviewItemId,
  type SchoolId,
  type StaffId,
  type StudentId,
  type TableHandle,
  ttlSeconds,
} from "../kernel/index.ts";
import type { ReviewItemStore } from "./flag-ports.ts";
import type { StoredReviewItem } from "./review-schema.ts";
import { reviewItemEntity } from "./review-item.entity.ts";

const pageSize = 20;
/** One year: long enough to learn from, no longer than needed. */
const keptMs = 365 * 24 * 3_600_000;
const guarded = { response: "none", returnOnConditionCheckFailure: true } as const;

/** Answers and refusals that a person looks at, in the single table. */
export function createReviewItemStore(table: TableHandle): ReviewItemStore {
  const items = reviewItemEntity(table);
  return {
    async add(item) {
      const record = { ...item, categories: [...item.categories], ttl: ttlSeconds(item.atMs + keptMs) };
      await items.create(record).go(guarded);
    },

    async get(key) {
      const { data } = await items.get(key).go({ consistent: true });
      return data ? toStored(data) : undefined;
    },

    listOf: ({ schoolId, desk, cursor }) =>
      paged(items.query.bySchool({ schoolId, desk }).go({ limit: pageSize, cursor: cursor ?? null }), cursor),

    listAll: ({ desk, cursor }) =>
      paged(items.query.byDesk({ desk }).go({ limit: pageSize, cursor: cursor ?? null }), cursor),

    async decide({ item, from, to, decision, decidedBy, decidedAtMs }) {
      const { schoolId, itemId, atMs } = item;
      const { rejected } = await items
        .patch({ schoolId, itemId })
        .set({ desk: to, decision, decidedBy, decidedAtMs })
        .composite({ atMs })
        .where((at, { eq }) => eq(at.desk, from))
        .go(guarded);
      return !rejected;
    },
  };
}

type ItemRecord = EntityItem<ReturnType<typeof reviewItemEntity>>;

async function paged(
  query: Promise<{ data: readonly ItemRecord[]; cursor: string | null }>,
  cursor: string | undefined,
): Promise<Page<StoredReviewItem>> {
  const page = await query.catch((error: unknown) => {
    if (cursor === undefined || !isBadCursor(error)) throw error;
    throw new DomainError("invalid", "safety.invalid-cursor", {}, { cause: error });
  });
  return { items: page.data.map(toStored), ...(page.cursor ? { cursor: page.cursor } : {}) };
}

function toStored({ ttl: _ttl, ...record }: ItemRecord): StoredReviewItem {
  const { card, comment, decision, decidedBy, decidedAtMs, ...facts } = record;
  return {
    ...facts,
    schoolId: record.schoolId as SchoolId,
    itemId: record.itemId as ReviewItemId,
    studentId: record.studentId as StudentId,
    classroomId: record.classroomId as ClassroomId,
    conversationId: record.conversationId as ConversationId,
    exchangeId: record.exchangeId as ExchangeId,
    ...(card === undefined ? {} : { card }),
    ...(comment === undefined ? {} : { comment }),
    ...(decision === undefined ? {} : { decision }),
    ...(decidedBy === undefined ? {} : { decidedBy: decidedBy as StaffId }),
    ...(decidedAtMs === undefined ? {} : { decidedAtMs }),
  };
}
