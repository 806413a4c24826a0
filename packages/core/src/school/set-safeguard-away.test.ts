import { expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { readSafeguard, setSafeguardAway } from "./index.ts";

const dayMs = 24 * 3_600_000;

test("the safeguarding person is away for some days, or back at once", async () => {
  const place = await flagWorld(await ownTable());
  const ctx = place.as(place.safeguard);
  await setSafeguardAway(ctx, { days: 3 });
  expect((await readSafeguard(ctx)).awayUntilMs).toBe(place.clock.nowMs() + 3 * dayMs);
  await setSafeguardAway(ctx, { days: 0 });
  expect(await readSafeguard(ctx)).not.toHaveProperty("awayUntilMs");
  await expect(setSafeguardAway(ctx, { days: 1_000 })).rejects.toMatchObject({ kind: "invalid" });
});

test("nobody else sends them away", async () => {
  const table = await ownTable();
  const place = await flagWorld(table);
  const elsewhere = await flagWorld(table);
  for (const actor of [place.deputy, place.teacher, place.admin, elsewhere.safeguard, place.pupil]) {
    const isOther = actor === elsewhere.safeguard;
    const trying = setSafeguardAway(place.as(actor) as never, { days: 3 });
    // Another school's person is away from their own school, not from this one.
    if (isOther) await trying;
    else await expect(trying).rejects.toMatchObject({ kind: "forbidden" });
  }
  expect(await readSafeguard(place.as(place.admin))).not.toHaveProperty("awayUntilMs");
});
