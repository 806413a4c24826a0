import { expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { countNotifications } from "./index.ts";

test("the bell counts what its own reader has not read; pupils have none", async () => {
  const place = await flagWorld(await ownTable());
  for (let count = 0; count < 3; count += 1) await place.raise();
  expect(await countNotifications(place.as(place.safeguard))).toBe(3);
  expect(await countNotifications(place.as(place.admin))).toBe(0);
  await expect(countNotifications(place.as(place.pupil) as never)).rejects.toMatchObject({ kind: "forbidden" });
});
