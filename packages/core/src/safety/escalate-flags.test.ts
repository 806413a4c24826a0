import { describe, expect, test } from "vitest";
import { concern, flagWorld, type FlagWorld, ownTable, storedFlag } from "../../../../tests/support/flag-world.ts";
import { systemActor } from "../kernel/index.ts";
import { acknowledgeFlag, escalateFlags, raiseFlag } from "./index.ts";

const minutes = (count: number) => count * 60_000;
const sweep = (place: FlagWorld) => escalateFlags(place.as(systemActor));
const nothing = { escalated: 0, announced: 0, failed: 0 };

describe("the sweep over flags", () => {
  test("hands an unacknowledged one on, from the school's person to its administrators to the platform, then reminds", async () => {
    const place = await flagWorld(await ownTable());
    const { flagId } = await place.raise();
    place.clock.advance(minutes(14));
    expect(await sweep(place)).toEqual(nothing);

    place.clock.advance(minutes(1));
    expect(await sweep(place)).toMatchObject({ escalated: 1 });
    expect(await storedFlag(place, flagId)).toMatchObject({
      stage: "school-admins",
      announced: true,
      assignees: [{ staffId: place.admin.staffId }],
      dueAtMs: place.clock.nowMs() + minutes(15),
    });
    expect(await sweep(place)).toEqual(nothing);

    place.clock.advance(minutes(15));
    await sweep(place);
    expect(await storedFlag(place, flagId)).toMatchObject({
      stage: "platform",
      assignees: [{ staffId: place.platformAdmin.staffId }],
    });
    place.clock.advance(minutes(15));
    await sweep(place);
    expect(await storedFlag(place, flagId)).toMatchObject({ stage: "platform", reminders: 1 });
    expect(place.sent.mails.map(({ kind, to }) => [kind, to.staffId])).toEqual([
      ["flag-raised", place.safeguard.staffId],
      ["flag-escalated", place.admin.staffId],
      ["flag-escalated", place.platformAdmin.staffId],
      ["flag-reminder", place.platformAdmin.staffId],
    ]);
    const steps = (await place.audited()).filter((action) => action.startsWith("flag."));
    expect(steps).toEqual(["flag.raised", "flag.escalated", "flag.escalated", "flag.reminded"]);
  });

  test("gives each severity its time: 4 hours, and 2 school days over a weekend", async () => {
    const place = await flagWorld(await ownTable(), Date.UTC(2026, 10, 27, 2));
    const high = await place.raise({ severity: "high" });
    const normal = await place.raise({ severity: "normal" });
    place.clock.advance(minutes(4 * 60));
    await sweep(place);
    expect((await storedFlag(place, high.flagId)).stage).toBe("school-admins");
    place.clock.advance(minutes(2 * 24 * 60));
    await sweep(place);
    expect((await storedFlag(place, normal.flagId)).stage).toBe("safeguard");
    place.clock.advance(minutes(2 * 24 * 60));
    await sweep(place);
    expect((await storedFlag(place, normal.flagId)).stage).toBe("school-admins");
  });

  test("leaves an acknowledged one alone", async () => {
    const place = await flagWorld(await ownTable());
    const { flagId } = await place.raise();
    await acknowledgeFlag(place.as(place.safeguard), { flagId });
    place.clock.advance(minutes(24 * 60));
    expect(await sweep(place)).toEqual(nothing);
    expect((await storedFlag(place, flagId)).stage).toBe("safeguard");
  });

  test("takes every step once when several run at the same time", async () => {
    const place = await flagWorld(await ownTable());
    for (let count = 0; count < 5; count += 1) await place.raise();
    place.clock.advance(minutes(15));
    const runs = await Promise.all([sweep(place), sweep(place), sweep(place), sweep(place)]);
    expect(runs.reduce((sum, { escalated }) => sum + escalated, 0)).toBe(5);
    expect(place.sent.mails.filter(({ kind }) => kind === "flag-escalated")).toHaveLength(5);
  });

  test("announces what was written and not told, and tells again what was cut off", async () => {
    const place = await flagWorld(await ownTable());
    const mailQueue = { send: () => Promise.reject(new Error("down")) };
    const input = concern(place.pupil, place.clock.nowMs());
    const { flagId } = await raiseFlag(place.as(systemActor, { mailQueue }), input);
    place.clock.advance(minutes(1));
    const failing = await escalateFlags(place.as(systemActor, { mailQueue }));
    expect(failing).toMatchObject({ failed: 1 });
    expect(place.sent.alarms).toEqual(["flag-stuck"]);
    place.clock.advance(minutes(1));
    expect(await sweep(place)).toMatchObject({ announced: 1 });
    const flag = await storedFlag(place, flagId);
    expect(flag).toMatchObject({ announced: true, stage: "safeguard", nextStepAtMs: flag.deadlineMs });
    expect(place.sent.mails).toMatchObject([{ kind: "flag-raised" }]);
  });

  test("is not held up by one flag that fails", async () => {
    const place = await flagWorld(await ownTable());
    const { flagId: bad } = await place.raise();
    const { flagId: good } = await place.raise();
    place.clock.advance(minutes(15));
    const move: typeof place.ports.flags.move = (step) =>
      step.flagId === bad ? Promise.reject(new Error("down")) : place.ports.flags.move(step);
    const flags = { ...place.ports.flags, move };
    expect(await escalateFlags(place.as(systemActor, { flags }))).toMatchObject({ escalated: 1, failed: 1 });
    expect((await storedFlag(place, good)).stage).toBe("school-admins");
  });

  test("is for the product alone", async () => {
    const place = await flagWorld(await ownTable());
    await place.raise();
    place.clock.advance(minutes(15));
    for (const actor of [place.admin, place.platformAdmin, place.pupil]) {
      await expect(escalateFlags(place.as(actor) as never)).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(place.sent.mails).toHaveLength(1);
  });
});
