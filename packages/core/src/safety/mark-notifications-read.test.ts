import { expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { countNotifications, listNotifications, markNotificationsRead } from "./index.ts";

test("a notification is read one by one or all together, and only by the one whom it tells", async () => {
  const place = await flagWorld(await ownTable());
  for (let count = 0; count < 3; count += 1) await place.raise();
  const ctx = place.as(place.safeguard);
  const { items } = await listNotifications(ctx);
  const noticeId = items[0]?.noticeId ?? "";
  for (const actor of [place.deputy, place.admin]) await markNotificationsRead(place.as(actor), { noticeId });
  expect(await countNotifications(ctx)).toBe(3);
  await markNotificationsRead(ctx, { noticeId });
  expect(await countNotifications(ctx)).toBe(2);
  await markNotificationsRead(ctx);
  expect(await countNotifications(ctx)).toBe(0);
  await expect(markNotificationsRead(place.as(place.pupil) as never)).rejects.toMatchObject({ kind: "forbidden" });
});
