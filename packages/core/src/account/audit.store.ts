import { type EventId, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { auditEntity } from "./audit.entity.ts";
import { listedPage } from "./listed-page.ts";
import type { AuditEntry, AuditStore } from "./ports.ts";
import type { Tenant } from "./schema.ts";

const pageSize = 100;
/** Two school years. */
const keptMs = 730 * 24 * 3_600_000;

/** The audit trail in the single table: by day, and by account through gsi1. Event ids grow with time, so they order it. */
export function createAuditStore(table: TableHandle): AuditStore {
  const audit = auditEntity(table);
  return {
    async append(entry) {
      await audit.put({ ...entry, ttl: ttlSeconds(entry.atMs + keptMs) }).go({ response: "none" });
    },

    async byDay({ tenant, day, cursor }) {
      const query = audit.query.byDay({ tenant, day }).go({ limit: pageSize, cursor: cursor ?? null });
      const page = await listedPage(query, cursor);
      return { items: page.data.map(toEntry), ...(page.cursor ? { cursor: page.cursor } : {}) };
    },

    async byAccount({ tenant, accountId }, cursor) {
      const query = audit.query
        .byAccount({ tenant, accountId })
        .go({ order: "desc", limit: pageSize, cursor: cursor ?? null });
      const page = await listedPage(query, cursor);
      return { items: page.data.map(toEntry), ...(page.cursor ? { cursor: page.cursor } : {}) };
    },
  };
}

function toEntry(
  item: Omit<AuditEntry, "tenant" | "eventId"> & { tenant: string; eventId: string; ttl: number },
): AuditEntry {
  const { ttl: _ttl, ...entry } = item;
  return { ...entry, tenant: item.tenant as Tenant, eventId: item.eventId as EventId };
}
