import { happened, type TableHandle } from "../../kernel/index.ts";
import type { BreakerRecord, BreakerStore, ModelFailureReason } from "../ports.ts";
import { createBreakerEntity } from "./breaker.entity.ts";

/** Breakers in the single table; a record is replaced only as long as nobody else changed it. */
export function createBreakerStore(table: TableHandle): BreakerStore {
  const entity = createBreakerEntity(table);
  return {
    async list() {
      const { data } = await entity.query.all({}).go({ pages: "all" });
      return data.map(toRecord);
    },
    async get(model) {
      const { data } = await entity.get({ model }).go({ consistent: true });
      return data ? toRecord(data) : undefined;
    },
    replace: (record, formerVersion) =>
      happened(
        entity
          .put({ ...record })
          .where(({ version }, { eq, notExists }) =>
            formerVersion === 0 ? notExists(version) : eq(version, formerVersion),
          )
          .go(),
      ),
  };
}

type Item = Omit<BreakerRecord, "reason"> & { readonly reason?: string | undefined };

const toRecord = ({ reason, ...item }: Item): BreakerRecord => ({
  model: item.model,
  state: item.state,
  failures: item.failures,
  lastFailureAtMs: item.lastFailureAtMs,
  openings: item.openings,
  untilMs: item.untilMs,
  changedAtMs: item.changedAtMs,
  version: item.version,
  ...(reason === undefined ? {} : { reason: reason as ModelFailureReason }),
});
