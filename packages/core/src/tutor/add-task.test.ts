import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { addTask } from "./index.ts";
import { maxOpenTasks } from "./schema.ts";

describe("giving a class a task", () => {
  const task = { title: "Гэрийн даалгавар", text: "4x − 7 = 33 тэгшитгэлийг бод", level: "none" } as const;

  test("stands first among the open ones until its time is over", async () => {
    const place = await classWorld();
    const { classroomId } = place.classroom;
    const ctx = place.as(place.teacher);
    const dueAtMs = place.clock.nowMs() + 60_000;
    await addTask(ctx, { ...task, classroomId, dueAtMs });
    place.clock.advance(1_000);
    const { tasks } = await addTask(ctx, { ...task, title: "Хоёр дахь", classroomId });
    expect(tasks.map(({ title }) => title)).toEqual(["Хоёр дахь", "Гэрийн даалгавар"]);
    place.clock.advance(60_000);
    const after = await addTask(ctx, { ...task, title: "Гурав дахь", classroomId });
    expect(after.tasks.map(({ title }) => title)).toEqual(["Гурав дахь", "Хоёр дахь"]);
  });

  test("is refused for a time that has passed, and beside ten others", async () => {
    const place = await classWorld();
    const { classroomId } = place.classroom;
    const ctx = place.as(place.teacher);
    await expect(addTask(ctx, { ...task, classroomId, dueAtMs: place.clock.nowMs() })).rejects.toMatchObject({
      code: "tutor.task-over",
    });
    for (let count = 0; count < maxOpenTasks; count += 1) await addTask(ctx, { ...task, classroomId });
    await expect(addTask(ctx, { ...task, classroomId })).rejects.toMatchObject({ code: "tutor.too-many-tasks" });
  });

  test("is nobody else's to do, and nothing changes", async () => {
    const place = await classWorld();
    for (const [who, actor, refusal] of await classStrangers(place)) {
      await expect(
        addTask(place.as(actor as never), { ...task, classroomId: place.classroom.classroomId }),
        who,
      ).rejects.toMatchObject(refusal);
    }
    expect(await place.hintPolicies.get(place.pupil())).toMatchObject({ version: 0 });
  });
});
