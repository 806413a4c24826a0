import { afterEach, describe, expect, test } from "vitest";
import { type FaultTable, faultTable } from "../../../../tests/support/fault-table.ts";
import { savedExchange } from "../../../../tests/support/saved-exchange.ts";
import { resourceOf } from "../../../../tests/support/stack-resources.ts";
import { createConversationStore, createExchangeStore } from "../tutor/index.ts";
import { openTable } from "./table.ts";

const seen: unknown[] = [];
const table = openTable({ name: resourceOf("Table").name, onUnavailable: (error) => seen.push(error) });
const exchanges = createExchangeStore(table);
const faults: FaultTable = faultTable(table);
afterEach(() => {
  faults.heal();
  seen.length = 0;
});

const unavailable = { name: "DomainError", kind: "unavailable", code: "kernel.unavailable" };
const claimed = (exchange = savedExchange()) =>
  exchanges.claim({ exchange, title: "t", followUp: false, limits: { perMinute: 9, perDay: 9, dailyMinutes: 60 } });

describe("a table that does not answer", () => {
  test.each(["outage", "throttle", "server-error"] as const)(
    "(%s) is unavailable, in a read and in a write",
    async (fault) => {
      faults.fail(fault);
      await expect(exchanges.get(savedExchange())).rejects.toMatchObject(unavailable);
      await expect(exchanges.recent(savedExchange(), 3)).rejects.toMatchObject(unavailable);
      await expect(claimed()).rejects.toMatchObject({ ...unavailable, details: { retryAfterS: 3 } });
      const released = exchanges.release({ key: savedExchange(), leaseId: "l" });
      await expect(released).rejects.toMatchObject(unavailable);
      expect(seen).toHaveLength(4);
    },
  );

  test("for a moment only is asked again without anybody noticing", async () => {
    faults.fail("throttle", { times: 2 });
    expect(await exchanges.get(savedExchange())).toBeUndefined();
    expect(faults.met()).toBeGreaterThanOrEqual(2);
    expect(seen).toEqual([]);
  });

  test("that is not there is unavailable within seconds", async () => {
    const gone = openTable({ name: "ukhaan", endpoint: "http://127.0.0.1:9" });
    const startedMs = Date.now();
    await expect(createConversationStore(gone).get(savedExchange())).rejects.toMatchObject(unavailable);
    expect(Date.now() - startedMs).toBeLessThan(3_000);
  });
});

test("a guard that refuses is a refusal and no outage", async () => {
  expect(await exchanges.stop(savedExchange(), 3)).toBe(false);
  expect(seen).toEqual([]);
});

test("a request that the table refuses as wrong stays a bug", async () => {
  const wrong = createConversationStore(openTable({ name: "no-such-table" }));
  await expect(wrong.get(savedExchange())).rejects.not.toMatchObject({ name: "DomainError" });
});
