import { expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { createFeatureFlagStore, listFlags } from "./index.ts";

test("every flag of this release is listed, set or not, and those of other releases are not", async () => {
  const table = await ownTable();
  const place = await flagWorld(table);
  const featureFlags = createFeatureFlagStore(table);
  const ctx = { ...place.as(place.platformAdmin), featureFlags };
  const { staffId: changedBy } = place.platformAdmin;
  const common = { reason: "Туршилт", changedBy, changedAtMs: 1, version: 1 };
  await featureFlags.replace({ ...common, name: "of-another-release", rule: { kind: "on" } });
  expect(await listFlags(ctx)).toEqual([{ name: "models", rule: { kind: "on" }, version: 0 }]);
  await featureFlags.replace({ ...common, name: "models", rule: { kind: "moon-phase" } as never });
  expect(await listFlags(ctx)).toMatchObject([{ name: "models", rule: { kind: "on" }, version: 1 }]);
  for (const actor of [place.pupil, place.teacher, place.admin]) {
    await expect(listFlags({ ...ctx, actor } as never)).rejects.toMatchObject({ kind: "forbidden" });
  }
});
