import { type SessionId, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { listedPage } from "./listed-page.ts";
import type { AccountKey, SessionStore, StoredSession } from "./ports.ts";
import type { Tenant } from "./schema.ts";
import { sessionEntity } from "./session.entity.ts";

const pageSize = 25;

/** Sessions in the single table: by token hash (one read), and by account through gsi1. */
export function createSessionStore(table: TableHandle): SessionStore {
  const sessions = sessionEntity(table);
  return {
    async add(session) {
      await sessions.put({ ...session, ttl: ttlSeconds(session.expiresAtMs) }).go({ response: "none" });
    },

    async find(tokenHash) {
      // Strongly consistent: the request after a sign-in must find it, the one after a sign-out must not.
      const { data } = await sessions.get({ tokenHash }).go({ consistent: true });
      return data ? toStored(data) : undefined;
    },

    async extend({ tokenHash, seenAtMs, expiresAtMs }) {
      // A patch asks that the record exists, so a session that was just ended is not revived.
      const { rejected } = await sessions
        .patch({ tokenHash })
        .set({ seenAtMs, expiresAtMs, ttl: ttlSeconds(expiresAtMs) })
        .go({ response: "none", returnOnConditionCheckFailure: true });
      return !rejected;
    },

    async end(tokenHash) {
      await sessions.delete({ tokenHash }).go({ response: "none" });
    },

    async listOf(account, cursor) {
      const query = sessions.query
        .byAccount(keyOf(account))
        .go({ order: "desc", limit: pageSize, cursor: cursor ?? null });
      const page = await listedPage(query, cursor);
      return { items: page.data.map(toStored), ...(page.cursor ? { cursor: page.cursor } : {}) };
    },

    async findOf(account, sessionId) {
      const { data } = await sessions.query.byAccount({ ...keyOf(account), sessionId }).go();
      return data[0] && toStored(data[0]);
    },

    async endAllOf(account) {
      const { data } = await sessions.query.byAccount(keyOf(account)).go({ pages: "all" });
      const keys = data.map(({ tokenHash }) => ({ tokenHash }));
      if (keys.length > 0) {
        const { unprocessed } = await sessions.delete(keys).go();
        // A session that we only tried to end is not ended.
        for (const key of unprocessed) await sessions.delete(key).go({ response: "none" });
      }
      return keys.length;
    },
  };
}

const keyOf = ({ tenant, accountId }: AccountKey) => ({ tenant, accountId });

function toStored(
  item: Omit<StoredSession, "tenant" | "sessionId"> & { tenant: string; sessionId: string; ttl: number },
): StoredSession {
  const { ttl: _ttl, ...session } = item;
  return { ...session, tenant: item.tenant as Tenant, sessionId: item.sessionId as SessionId };
}
