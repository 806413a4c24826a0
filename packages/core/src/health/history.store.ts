import { isRefusal, dayInUlaanbaatar, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { partDayEntity } from "./part-day.entity.ts";
import type { HealthHistory } from "./ports.ts";
import { type HealthPart, healthParts, historyDays } from "./schema.ts";

const keptMs = (historyDays + 1) * 24 * 3_600_000;

/** Looks at the parts in the single table: one record a part and day, so that a season is one query. */
export function createHealthHistory(table: TableHandle): HealthHistory {
  const days = partDayEntity(table);
  return {
    async add({ atMs, parts }) {
      const day = dayInUlaanbaatar(atMs);
      const counted = parts.filter(({ state }) => state !== "off");
      await Promise.all(
        counted.map(async ({ part, state }) => {
          await days
            .upsert({ day, part })
            .add(state === "up" ? { up: 1 } : { down: 1 })
            .set({ lastAtMs: atMs, ttl: ttlSeconds(atMs + keptMs) })
            .where(({ lastAtMs }, { notExists, lt }) => `${notExists(lastAtMs)} OR ${lt(lastAtMs, atMs)}`)
            .go({ response: "none" })
            .catch((error: unknown) => {
              if (!isRefusal(error)) throw error;
            });
        }),
      );
    },

    async read({ fromDay, toDay }) {
      const { data } = await days.query
        .all({}) // Behind every part of the last day: ElectroDB's upper end would stop before them.
        .between({ day: fromDay }, { day: toDay, part: "~" })
        .go({ pages: "all" });
      return data.flatMap(({ day, part, up = 0, down = 0 }) => (isPart(part) ? [{ day, part, up, down }] : []));
    },

    async ping() {
      await days.get({ day: "1970-01-01", part: "table" }).go();
    },
  };
}

/** A part of another release is not one of this page's. */
const isPart = (part: string): part is HealthPart => (healthParts as readonly string[]).includes(part);
