import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { dayInUlaanbaatar, msUntilTomorrowInUlaanbaatar, systemIds } from "../kernel/index.ts";
import { pausePupil } from "./index.ts";

const reason = "Хичээлийн бус зүйл бичээд байсан";

describe("pausing a pupil's chat", () => {
  test.each(["15", "60", "day"] as const)("for «%s» ends by itself", async (length) => {
    const place = await classWorld();
    const nowMs = place.clock.nowMs();
    const pausedMs = length === "day" ? msUntilTomorrowInUlaanbaatar(nowMs) : Number(length) * 60_000;
    const standing = await pausePupil(place.as(place.teacher), { ...place.about(), length, reason });
    expect(standing).toEqual({ kind: "paused", untilMs: nowMs + pausedMs, by: "teacher" });
    expect(await place.standings.get(place.pupil())).toMatchObject({ reason, by: "teacher" });
    expect(await place.standings.get(place.pupil(1))).toBeUndefined();
  });

  test("until it is lifted is a lock, which no pause makes shorter", async () => {
    const place = await classWorld();
    const ctx = place.as(place.admin);
    expect(await pausePupil(ctx, { ...place.about(), length: "lifted", reason })).toMatchObject({ kind: "locked" });
    await expect(pausePupil(ctx, { ...place.about(), length: "15", reason })).rejects.toMatchObject({
      kind: "conflict",
      code: "tutor.locked-already",
    });
  });

  test("is written down with the reason, without personal data in it", async () => {
    const place = await classWorld();
    await pausePupil(place.as(place.teacher), {
      ...place.about(),
      length: "15",
      reason: "Ээж нь 99112233-аас залгасан",
    });
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const { items } = await place.ports.audit.byDay({ tenant: place.school.schoolId, day });
    const entry = items.find(({ action }) => action === "pupil.chat-paused");
    expect(entry).toMatchObject({ accountId: place.teacher.staffId, subject: place.about().studentId });
    expect(entry?.details["reason"]).not.toContain("99112233");
  });

  test("is nobody else's to do, and nothing changes", async () => {
    const place = await classWorld();
    for (const [who, actor, refusal] of await classStrangers(place)) {
      const paused = pausePupil(place.as(actor as never), { ...place.about(), length: "15", reason });
      await expect(paused, who).rejects.toMatchObject(refusal);
    }
    expect(await place.standings.get(place.pupil())).toBeUndefined();
  });

  test("does not reach a pupil of another class, or one who is not there", async () => {
    const [place, other] = await Promise.all([classWorld(), classWorld()]);
    for (const studentId of [other.about().studentId, systemIds.next("student")]) {
      const input = { classroomId: place.classroom.classroomId, studentId, length: "15", reason } as const;
      await expect(pausePupil(place.as(place.teacher), input)).rejects.toMatchObject({ code: "school.no-such-pupil" });
    }
    expect(await other.standings.get(other.pupil())).toBeUndefined();
  });
});
