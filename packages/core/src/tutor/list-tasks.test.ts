import { describe, expect, test } from "vitest";
import { classWorld } from "../../../../tests/support/class-world.ts";
import { addTask, listTasks } from "./index.ts";

describe("a pupil's tasks", () => {
  test("are those of the own class, and of no other", async () => {
    const [place, other] = await Promise.all([classWorld(), classWorld()]);
    const { classroomId } = place.classroom;
    await addTask(place.as(place.teacher), { classroomId, title: "Даалгавар", text: "2x + 1 = 7", level: "hints" });
    expect((await listTasks(place.as(place.pupil()))).tasks).toMatchObject([
      { title: "Даалгавар", text: "2x + 1 = 7" },
    ]);
    expect((await listTasks(other.as(other.pupil()))).tasks).toEqual([]);
  });

  test("are not for staff", async () => {
    const place = await classWorld();
    await expect(listTasks(place.as(place.teacher) as never)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
