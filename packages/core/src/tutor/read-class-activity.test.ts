import { expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { extendDay, pausePupil, readClassActivity } from "./index.ts";

test("a class: how each pupil stands and what they used today, no word of what they wrote", async () => {
  const place = await classWorld();
  const ctx = place.as(place.teacher);
  const { classroomId } = place.classroom;
  await pausePupil(ctx, { ...place.about(0), length: "15", reason: "Шалтгаан" });
  await extendDay(ctx, { ...place.about(1), minutes: 30, reason: "Шалгалт" });
  const activity = await readClassActivity(ctx, { classroomId });
  expect(activity).toHaveLength(2);
  const of = (index: number) => activity.find(({ studentId }) => studentId === place.about(index).studentId);
  expect(of(0)).toEqual({
    studentId: place.about(0).studentId,
    standing: { kind: "paused", untilMs: place.clock.nowMs() + 15 * 60_000, by: "teacher" },
    questions: 0,
    questionLimit: 50,
    activeMinutes: 0,
    minuteLimit: 90,
    nightMinutes: 0,
    extended: false,
  });
  expect(of(1)).toMatchObject({ standing: { kind: "active" }, minuteLimit: 120, questionLimit: 67, extended: true });
});

test("is shown to nobody else", async () => {
  const place = await classWorld();
  const { classroomId } = place.classroom;
  for (const [who, actor, refusal] of await classStrangers(place)) {
    await expect(readClassActivity(place.as(actor as never), { classroomId }), who).rejects.toMatchObject(refusal);
  }
});
