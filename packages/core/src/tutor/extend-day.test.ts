import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { dayInUlaanbaatar } from "../kernel/index.ts";
import { extendDay } from "./index.ts";

const reason = "Улирлын шалгалтад бэлдэж байна";

describe("more time for today", () => {
  test("is one pupil's, until midnight, and the same twice is one", async () => {
    const place = await classWorld();
    const day = dayInUlaanbaatar(place.clock.nowMs());
    for (const _ of [1, 2]) await extendDay(place.as(place.teacher), { ...place.about(), minutes: 30, reason });
    const allowed = { questions: 0, slots: [], slotLimit: 24, questionLimit: 67 };
    expect(await place.chatDays.get(place.pupil(), day)).toEqual(allowed);
    expect(await place.chatDays.get(place.pupil(1), day)).toBeUndefined();
    const tomorrow = dayInUlaanbaatar(place.clock.nowMs() + 24 * 3_600_000);
    expect(await place.chatDays.get(place.pupil(), tomorrow)).toBeUndefined();
  });

  test("or the whole class's, and is written down once", async () => {
    const place = await classWorld();
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const { classroomId } = place.classroom;
    expect(await extendDay(place.as(place.admin), { classroomId, minutes: 60, reason })).toEqual({ pupils: 2 });
    for (const index of [0, 1]) {
      expect(await place.chatDays.get(place.pupil(index), day)).toMatchObject({ slotLimit: 30 });
    }
    const { items } = await place.ports.audit.byDay({ tenant: place.school.schoolId, day });
    expect(items.filter(({ action }) => action === "chat-day.extended")).toMatchObject([
      { subject: classroomId, details: { minutes: 60, reason } },
    ]);
  });

  test("is nobody else's to give, and nothing changes", async () => {
    const place = await classWorld();
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const { classroomId } = place.classroom;
    for (const [who, actor, refusal] of await classStrangers(place)) {
      for (const input of [place.about(), { classroomId }]) {
        const extended = extendDay(place.as(actor as never), { ...input, minutes: 30, reason });
        await expect(extended, who).rejects.toMatchObject(refusal);
      }
    }
    expect(await place.chatDays.get(place.pupil(), day)).toBeUndefined();
  });

  test("comes in the steps that the page offers", async () => {
    const place = await classWorld();
    const input = { ...place.about(), minutes: 1_000 as never, reason };
    await expect(extendDay(place.as(place.teacher), input)).rejects.toMatchObject({ kind: "invalid" });
  });
});
