import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { systemIds } from "../kernel/index.ts";
import { addTask, closeTask } from "./index.ts";

describe("closing a task", () => {
  test("takes it away, and doing it again changes nothing", async () => {
    const place = await classWorld();
    const { classroomId } = place.classroom;
    const ctx = place.as(place.teacher);
    const { tasks } = await addTask(ctx, { classroomId, title: "Даалгавар", text: "2x + 1 = 7", level: "none" });
    const taskId = tasks[0]?.taskId ?? systemIds.next("task");
    expect((await closeTask(ctx, { classroomId, taskId })).tasks).toEqual([]);
    expect((await closeTask(ctx, { classroomId, taskId })).tasks).toEqual([]);
  });

  test("is nobody else's to do, and nothing changes", async () => {
    const place = await classWorld();
    for (const [who, actor, refusal] of await classStrangers(place)) {
      await expect(
        closeTask(place.as(actor as never), {
          classroomId: place.classroom.classroomId,
          taskId: systemIds.next("task"),
        }),
        who,
      ).rejects.toMatchObject(refusal);
    }
    expect(await place.hintPolicies.get(place.pupil())).toMatchObject({ version: 0 });
  });
});
