import { beforeAll, describe, expect, test } from "vitest";
import { flagStrangers, flagWorld, ownTable, storedFlag } from "../../../../tests/support/flag-world.ts";
import type { TableHandle } from "../kernel/index.ts";
import { markFalseAlarm, noteOnFlag } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("a note on a flag", () => {
  test("joins its history with the writer's name, and is on record without its words", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    await noteOnFlag(place.as(place.deputy), { flagId, text: "  Ангийн багштай ярилцсан.  " });
    const { steps } = await storedFlag(place, flagId);
    expect(steps.at(-1)).toMatchObject({
      what: "noted",
      text: "Ангийн багштай ярилцсан.",
      by: { name: "Орлогч Сүрэн" },
    });
    expect(await place.audited()).toContain("flag.noted");
  });

  test("must say something, and comes too late for a flag that has ended", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    const ctx = place.as(place.safeguard);
    await expect(noteOnFlag(ctx, { flagId, text: "  " })).rejects.toMatchObject({ kind: "invalid" });
    await markFalseAlarm(ctx, { flagId, reason: "Шүлэг байсан." });
    const late = noteOnFlag(ctx, { flagId, text: "Хожуу" });
    await expect(late).rejects.toMatchObject({ code: "safety.flag-closed" });
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    for (const [who, actor, refusal] of await flagStrangers(place)) {
      const trying = noteOnFlag(place.as(actor) as never, { flagId, schoolId: place.schoolId, text: "Сайн" });
      await expect(trying, who).rejects.toMatchObject(refusal);
    }
    expect((await storedFlag(place, flagId)).steps).toHaveLength(1);
  });
});
