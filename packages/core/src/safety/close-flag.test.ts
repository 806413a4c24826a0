import { beforeAll, describe, expect, test } from "vitest";
import { flagStrangers, flagWorld, ownTable, storedFlag } from "../../../../tests/support/flag-world.ts";
import type { TableHandle } from "../kernel/index.ts";
import { acknowledgeFlag, closeFlag, noteOnFlag } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("closing a flag", () => {
  test("wants it acknowledged and a note that says what was done, in this order", async () => {
    const place = await flagWorld(table);
    const ctx = place.as(place.safeguard);
    const { flagId } = await place.raise();
    await expect(closeFlag(ctx, { flagId })).rejects.toMatchObject({ code: "safety.flag-not-acknowledged" });
    await acknowledgeFlag(ctx, { flagId });
    await expect(closeFlag(ctx, { flagId })).rejects.toMatchObject({ code: "safety.flag-needs-note" });
    await noteOnFlag(ctx, { flagId, text: "Сэтгэл зүйчтэй уулзууллаа." });
    await closeFlag(ctx, { flagId });
    expect((await storedFlag(place, flagId)).state).toBe("closed");
    expect(await place.audited()).toContain("flag.closed");
    await expect(closeFlag(ctx, { flagId })).rejects.toMatchObject({ code: "safety.flag-closed" });
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    await acknowledgeFlag(place.as(place.safeguard), { flagId });
    await noteOnFlag(place.as(place.safeguard), { flagId, text: "Ярилцсан." });
    for (const [who, actor, refusal] of await flagStrangers(place)) {
      const trying = closeFlag(place.as(actor) as never, { flagId, schoolId: place.schoolId });
      await expect(trying, who).rejects.toMatchObject(refusal);
    }
    expect((await storedFlag(place, flagId)).state).toBe("acknowledged");
  });
});
