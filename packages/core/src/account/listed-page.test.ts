import { expect, test } from "vitest";
import { world } from "../../../../tests/support/school-world.ts";
import { systemIds } from "../kernel/index.ts";
import { listedPage } from "./listed-page.ts";

const badCursor = { kind: "invalid", code: "account.invalid-cursor" };
const tenant = systemIds.next("school");
const account = { tenant, accountId: systemIds.next("student") };

test.each(["zzz", "bm90IGpzb24"])(
  "the audit trail and the list of staff refuse the stale cursor %s",
  async (cursor) => {
    const { audit, staff } = world().ports;
    await expect(audit.byDay({ tenant, day: "2026-09-01", cursor })).rejects.toMatchObject(badCursor);
    await expect(audit.byAccount(account, cursor)).rejects.toMatchObject(badCursor);
    await expect(staff.list(tenant, cursor)).rejects.toMatchObject(badCursor);
  },
);

test("an outage stays an outage, with a cursor too", async () => {
  const outage = Object.assign(new Error("connect ECONNREFUSED"), { name: "Error" });
  await expect(listedPage(Promise.reject(outage), "zzz")).rejects.toBe(outage);
  await expect(listedPage(Promise.reject(new Error("cursor")), undefined)).rejects.toThrow("cursor");
});
