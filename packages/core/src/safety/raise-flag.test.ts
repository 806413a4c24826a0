import { beforeAll, describe, expect, test } from "vitest";
import { concern, flagWorld, ownTable, storedFlag } from "../../../../tests/support/flag-world.ts";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { systemActor, systemIds, type TableHandle } from "../kernel/index.ts";
import { raiseFlag } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

const minutes = (count: number) => count * 60_000;

describe("a flag", () => {
  test("goes to the school's safeguarding person, who is told in the product and by mail", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    const flag = await storedFlag(place, flagId);
    expect(flag).toMatchObject({ state: "open", stage: "safeguard", severity: "urgent", announced: true });
    expect(flag.assignees).toEqual([{ staffId: place.safeguard.staffId, name: "Дулам" }]);
    expect(flag.deadlineMs - flag.raisedAtMs).toBe(minutes(15));
    const to = { tenant: place.schoolId, staffId: place.safeguard.staffId };
    expect(place.sent.mails).toEqual([
      { kind: "flag-raised", severity: "urgent", schoolId: place.schoolId, flagId, dueAtMs: flag.dueAtMs, to },
    ]);
    expect(await place.ports.notifications.countUnread(to, 10)).toBe(1);
    expect(await place.audited()).toContain("flag.raised");
  });

  test("tells neither the pupil's name nor a word of the chat outside itself", async () => {
    const place = await flagWorld(table);
    await place.raise();
    const { items } = await place.ports.notifications.list(
      { tenant: place.schoolId, staffId: place.safeguard.staffId },
      undefined,
    );
    expect(items).toHaveLength(1);
    expect(JSON.stringify([place.sent.mails, items])).not.toMatch(/Болд|хэцүү/u);
  });

  test("goes to the deputy when the safeguarding person is away or has left", async () => {
    const place = await flagWorld(table);
    const { schoolId, safeguard, deputy, clock } = place;
    const untilMs = clock.nowMs() + minutes(60);
    await place.ports.schools.setSafeguardAway({ schoolId, staffId: safeguard.staffId, untilMs });
    const away = await storedFlag(place, (await place.raise()).flagId);
    expect(away).toMatchObject({ stage: "safeguard", assignees: [{ staffId: deputy.staffId }] });
    clock.advance(minutes(61));
    const back = await storedFlag(place, (await place.raise()).flagId);
    expect(back.assignees).toMatchObject([{ staffId: safeguard.staffId }]);
    await place.ports.staff.setDisabled({ subject: safeguard.staffId, disabled: true });
    const gone = await storedFlag(place, (await place.raise()).flagId);
    expect(gone.assignees).toMatchObject([{ staffId: deputy.staffId }]);
  });

  test("is never unassigned: administrators of the school follow, then the platform's", async () => {
    const place = await flagWorld(table);
    for (const { staffId } of [place.safeguard, place.deputy]) {
      await place.ports.staff.setDisabled({ subject: staffId, disabled: true });
    }
    const bySchool = await storedFlag(place, (await place.raise()).flagId);
    expect(bySchool).toMatchObject({ stage: "school-admins", assignees: [{ staffId: place.admin.staffId }] });
    await place.ports.staff.setDisabled({ subject: place.admin.staffId, disabled: true });
    const byPlatform = await storedFlag(place, (await place.raise()).flagId);
    expect(byPlatform.stage).toBe("platform");
    expect(byPlatform.assignees.map(({ staffId }) => staffId)).toContain(place.platformAdmin.staffId);
  });

  test("is one for an exchange, however often and however many at once it is raised", async () => {
    const place = await flagWorld(table);
    const input = concern(place.pupil, place.clock.nowMs());
    const raised = await Promise.all([1, 2, 3].map(() => raiseFlag(place.as(systemActor), input)));
    expect(new Set(raised.map(({ flagId }) => flagId)).size).toBe(1);
    expect(place.sent.mails).toHaveLength(1);
  });

  test("about no exchange is one for a day and kind", async () => {
    const place = await flagWorld(table);
    const night = { kind: "night-use", severity: "normal", exchange: undefined, excerpt: "" } as const;
    const { exchange: _none, ...about } = concern(place.pupil, place.clock.nowMs(), {
      ...night,
      exchange: undefined as never,
    });
    const first = await raiseFlag(place.as(systemActor), about);
    expect(await raiseFlag(place.as(systemActor), about)).toEqual(first);
    place.clock.advance(24 * minutes(60));
    const later = { ...about, atMs: place.clock.nowMs() };
    expect(await raiseFlag(place.as(systemActor), later)).not.toEqual(first);
  });

  test("keeps at most 300 characters of what was written", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise({ excerpt: "ү".repeat(5_000) });
    expect((await storedFlag(place, flagId)).excerpt).toBe("ү".repeat(300));
  });

  test("is written even when nobody can be told yet, and waits to be announced", async () => {
    const place = await flagWorld(table);
    const mailQueue = { send: () => Promise.reject(new Error("down")) };
    const { flagId } = await raiseFlag(place.as(systemActor, { mailQueue }), concern(place.pupil, place.clock.nowMs()));
    expect(await storedFlag(place, flagId)).toMatchObject({ state: "open", announced: false });
  });

  test.each([
    ["another pupil of the school", { studentId: systemIds.next("student") }],
    ["a pupil of another school", { schoolId: systemIds.next("school") }],
  ])("is not raised about one pupil by %s", async (_who, parts) => {
    const place = await flagWorld(table);
    const stranger = tutorActor({ schoolId: place.schoolId, ...parts });
    const raising = raiseFlag(place.as(stranger), concern(place.pupil, place.clock.nowMs()));
    await expect(raising).rejects.toMatchObject({ kind: "forbidden" });
    expect((await place.ports.flags.listOf({ schoolId: place.schoolId, state: "open" })).items).toEqual([]);
  });

  test("is not raised by staff", async () => {
    const place = await flagWorld(table);
    const asTeacher = place.as(place.teacher) as never;
    await expect(raiseFlag(asTeacher, concern(place.pupil, 0))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
