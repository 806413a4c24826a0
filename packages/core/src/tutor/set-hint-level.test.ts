import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { dayInUlaanbaatar } from "../kernel/index.ts";
import { addTask, setHintLevel } from "./index.ts";

describe("setting how far a class is helped", () => {
  test("holds for the class, keeps its tasks, and is written down", async () => {
    const place = await classWorld();
    const ctx = place.as(place.teacher);
    const { classroomId } = place.classroom;
    await addTask(ctx, { classroomId, title: "Даалгавар", text: "2x + 1 = 7", level: "none" });
    expect(await setHintLevel(ctx, { classroomId, level: "worked-example" })).toMatchObject({
      level: "worked-example",
      tasks: [{ title: "Даалгавар", level: "none" }],
    });
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const { items } = await place.ports.audit.byDay({ tenant: place.school.schoolId, day });
    expect(items.find(({ action }) => action === "hints.level-set")).toMatchObject({
      accountId: place.teacher.staffId,
      subject: classroomId,
      details: { level: "worked-example" },
    });
  });

  test("a school administrator may set it too", async () => {
    const place = await classWorld();
    const { classroomId } = place.classroom;
    expect(await setHintLevel(place.as(place.admin), { classroomId, level: "open" })).toMatchObject({ level: "open" });
  });

  test("two at once are both taken in, whichever came first", async () => {
    const place = await classWorld();
    const { classroomId } = place.classroom;
    const ctx = place.as(place.teacher);
    await Promise.all([
      setHintLevel(ctx, { classroomId, level: "open" }),
      addTask(ctx, { classroomId, title: "Даалгавар", text: "2x + 1 = 7", level: "hints" }),
    ]);
    expect(await place.hintPolicies.get(place.pupil())).toMatchObject({
      level: "open",
      tasks: [{ title: "Даалгавар" }],
    });
  });

  test("is nobody else's to do, and nothing changes", async () => {
    const place = await classWorld();
    for (const [who, actor, refusal] of await classStrangers(place)) {
      await expect(
        setHintLevel(place.as(actor as never), { classroomId: place.classroom.classroomId, level: "open" }),
        who,
      ).rejects.toMatchObject(refusal);
    }
    expect(await place.hintPolicies.get(place.pupil())).toMatchObject({ version: 0 });
  });
});
