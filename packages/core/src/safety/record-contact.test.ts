import { beforeAll, describe, expect, test } from "vitest";
import { flagStrangers, flagWorld, ownTable, storedFlag } from "../../../../tests/support/flag-world.ts";
import type { TableHandle } from "../kernel/index.ts";
import { recordContact } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("recording that somebody was spoken to", () => {
  test("keeps who, how and when", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    const atMs = place.clock.nowMs() - 60_000;
    await recordContact(place.as(place.safeguard), {
      flagId,
      who: "guardian",
      how: "phone",
      atMs,
      text: "Ээжтэй нь ярив.",
    });
    expect((await storedFlag(place, flagId)).steps.at(-1)).toMatchObject({
      what: "contacted",
      contact: { who: "guardian", how: "phone", atMs },
      text: "Ээжтэй нь ярив.",
      by: { name: "Дулам" },
    });
    expect(await place.audited()).toContain("flag.contact-recorded");
  });

  test("is about the past", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    const atMs = place.clock.nowMs() + 3_600_000;
    const trying = recordContact(place.as(place.safeguard), { flagId, who: "pupil", how: "in-person", atMs });
    await expect(trying).rejects.toMatchObject({ code: "safety.contact-in-future" });
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    const contact = { flagId, schoolId: place.schoolId, who: "pupil", how: "in-person", atMs: 0 } as const;
    for (const [who, actor, refusal] of await flagStrangers(place)) {
      await expect(recordContact(place.as(actor) as never, contact), who).rejects.toMatchObject(refusal);
    }
    expect((await storedFlag(place, flagId)).steps).toHaveLength(1);
  });
});
