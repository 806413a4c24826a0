import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import type { TableHandle } from "../kernel/index.ts";
import { countNotifications, listNotifications, markNotificationsRead } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("the list behind the bell", () => {
  test("shows what its reader was told, newest first, until it is read and after", async () => {
    const place = await flagWorld(table);
    const first = await place.raise();
    place.clock.advance(1_000);
    const second = await place.raise({ severity: "high" });
    const ctx = place.as(place.safeguard);
    expect((await listNotifications(ctx)).items).toMatchObject([
      { flagId: second.flagId, severity: "high", read: false },
      { flagId: first.flagId, severity: "urgent", read: false },
    ]);
    await markNotificationsRead(ctx);
    expect((await listNotifications(ctx)).items.map(({ read }) => read)).toEqual([true, true]);
    expect(await countNotifications(ctx)).toBe(0);
  });

  test("is each person's own, and none for pupils", async () => {
    const place = await flagWorld(table);
    await place.raise();
    for (const actor of [place.deputy, place.admin, place.platformAdmin]) {
      expect((await listNotifications(place.as(actor))).items).toEqual([]);
    }
    await expect(listNotifications(place.as(place.pupil) as never)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
