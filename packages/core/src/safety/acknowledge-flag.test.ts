import { beforeAll, describe, expect, test } from "vitest";
import { flagStrangers, flagWorld, ownTable, storedFlag } from "../../../../tests/support/flag-world.ts";
import { systemActor, type TableHandle } from "../kernel/index.ts";
import { acknowledgeFlag, escalateFlags } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("acknowledging a flag", () => {
  test("is for the safeguarding person, the deputy and the school's administrators", async () => {
    const place = await flagWorld(table);
    for (const actor of [place.safeguard, place.deputy, place.admin]) {
      const { flagId } = await place.raise();
      place.clock.advance(60_000);
      await acknowledgeFlag(place.as(actor), { flagId });
      const flag = await storedFlag(place, flagId);
      expect(flag).toMatchObject({ state: "acknowledged", acknowledgedAtMs: place.clock.nowMs() });
      expect(flag.steps.at(-1)).toMatchObject({ what: "acknowledged", by: { staffId: actor.staffId } });
    }
    expect((await place.audited()).filter((action) => action === "flag.acknowledged")).toHaveLength(3);
  });

  test("happens once: the second person is told that somebody has taken it", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    const both = await Promise.allSettled(
      [place.safeguard, place.admin].map((actor) => acknowledgeFlag(place.as(actor), { flagId })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(acknowledgeFlag(place.as(place.deputy), { flagId })).rejects.toMatchObject({
      code: "safety.flag-taken",
    });
  });

  test("is for the platform once it has escalated there", async () => {
    const place = await flagWorld(await ownTable());
    const { flagId } = await place.raise();
    const { schoolId } = place;
    for (let step = 0; step < 2; step += 1) {
      place.clock.advance(15 * 60_000);
      await escalateFlags(place.as(systemActor));
    }
    await acknowledgeFlag(place.as(place.platformAdmin), { flagId, schoolId });
    expect(await storedFlag(place, flagId)).toMatchObject({ state: "acknowledged", stage: "platform" });
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    const { schoolId } = place;
    for (const [who, actor, refusal] of await flagStrangers(place)) {
      const trying = acknowledgeFlag(place.as(actor) as never, { flagId, schoolId });
      await expect(trying, who).rejects.toMatchObject(refusal);
    }
    expect((await storedFlag(place, flagId)).state).toBe("open");
  });
});
