import { isBadCursor } from "../account/index.ts";
import { DomainError, type NoticeId, type SchoolId, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import type { NotificationStore } from "./flag-ports.ts";
import { maxCountedNotifications } from "./notice-schema.ts";
import { notificationEntity } from "./notify.entity.ts";

const pageSize = 30;
/** Half a year. */
const keptMs = 183 * 24 * 3_600_000;
const guarded = { response: "none", returnOnConditionCheckFailure: true } as const;

/** Notifications of staff in the single table; they go by themselves after half a year. */
export function createNotificationStore(table: TableHandle): NotificationStore {
  const notices = notificationEntity(table);
  return {
    async add(notice) {
      const item = { ...notice, reading: "unread" as const, ttl: ttlSeconds(notice.atMs + keptMs) };
      await notices.create(item).go(guarded);
    },

    async list({ tenant, staffId }, cursor) {
      const query = notices.query.newestFirst({ tenant, staffId });
      const page = await query
        .go({ order: "desc", limit: pageSize, cursor: cursor ?? null })
        .catch((error: unknown) => {
          if (cursor === undefined || !isBadCursor(error)) throw error;
          throw new DomainError("invalid", "safety.invalid-cursor", {}, { cause: error });
        });
      const items = page.data.map(({ noticeId, kind, severity, schoolId, flagId, atMs, dueAtMs, reading }) => ({
        noticeId: noticeId as NoticeId,
        kind,
        severity,
        schoolId: schoolId as SchoolId,
        flagId,
        atMs,
        dueAtMs,
        read: reading === "read",
      }));
      return { items, ...(page.cursor ? { cursor: page.cursor } : {}) };
    },

    async countUnread({ tenant, staffId }, most) {
      const query = notices.query.unread({ tenant, staffId, reading: "unread" });
      const { data } = await query.go({ count: most, attributes: ["noticeId"] });
      return data.length;
    },

    async unread({ tenant, staffId }) {
      const query = notices.query.unread({ tenant, staffId, reading: "unread" });
      const { data } = await query.go({ count: maxCountedNotifications, attributes: ["noticeId"] });
      return data.map(({ noticeId }) => noticeId as NoticeId);
    },

    async markRead({ tenant, staffId }, noticeId) {
      await notices.patch({ tenant, staffId, noticeId }).set({ reading: "read" }).go(guarded);
    },
  };
}
