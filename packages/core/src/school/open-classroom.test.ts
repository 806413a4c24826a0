import { describe, expect, test } from "vitest";
import { schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { systemActor, systemIds } from "../kernel/index.ts";
import { addStaff, findClassByCode, listClassrooms, openClassroom } from "./index.ts";

const yearMs = 365 * 24 * 3_600_000;
const names = async (place: SchoolWorld, actor: "teacher" | "otherTeacher" | "admin") =>
  (await listClassrooms(place.as(place[actor]))).items.map(({ name }) => name);

describe("opening a class", () => {
  test("a teacher's class is theirs, the administrator sees it, a colleague does not", async () => {
    const place = await schoolWorld();
    expect(place.classroom).toMatchObject({ name: "8А", grade: 8, pupilCount: 0, teacherIds: [place.teacher.staffId] });
    expect(await names(place, "teacher")).toEqual(["8А"]);
    expect(await names(place, "admin")).toEqual(["8А"]);
    expect(await names(place, "otherTeacher")).toEqual([]);
  });

  test("the same class twice is a conflict, however it is written, also at the same moment", async () => {
    const place = await schoolWorld();
    const conflict = { kind: "conflict", code: "school.class-exists" };
    await expect(openClassroom(place.as(place.admin), { name: "8-а", grade: 8 })).rejects.toMatchObject(conflict);
    const racing = ["9А", "9A", "9 а"].map((name) => openClassroom(place.as(place.teacher), { name, grade: 9 }));
    const outcomes = await Promise.allSettled(racing);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await names(place, "admin")).toHaveLength(2);
  });

  test("next school year the name is free again", async () => {
    const place = await schoolWorld();
    place.clock.advance(yearMs);
    await openClassroom(place.as(place.teacher), { name: "8А", grade: 8 });
    expect(await names(place, "teacher")).toEqual(["8А", "8А"]);
  });

  test("a code that is taken is drawn again, and nobody's class changes hands", async () => {
    const other = await schoolWorld();
    const place = await schoolWorld();
    const taken = [other.classroom.code, other.classroom.code];
    const free = `2${systemIds
      .next("event")
      .slice(-5)
      .replace(/[^2-9ACDEFGHJKMPTXY]/g, "X")}`;
    const draw = { pin: () => "4071", classCode: () => taken.pop() ?? free };
    const opened = await openClassroom({ ...place.as(place.teacher), draw }, { name: "9А", grade: 9 });
    expect(opened.code).toBe(free);
    const found = await findClassByCode(place.as(place.visitor), { code: other.classroom.code });
    expect(found.classroomId).toBe(other.classroom.classroomId);
  });

  test("an administrator names teachers of the school, and of no other", async () => {
    const place = await schoolWorld();
    const elsewhere = await schoolWorld();
    const hire = (where: SchoolWorld, role: "teacher" | "school-admin") =>
      addStaff(where.as(systemActor), {
        name: "Дулам",
        email: `${systemIds.next("event")}@ukhaan.example`,
        role,
        schoolId: where.school.schoolId,
        silent: true,
      });
    const { staffId } = await hire(place, "teacher");
    const opened = await openClassroom(place.as(place.admin), { name: "9А", grade: 9, teacherIds: [staffId] });
    expect(opened.teacherIds).toEqual([staffId]);
    const strangers = [await hire(elsewhere, "teacher"), await hire(place, "school-admin")];
    for (const stranger of strangers) {
      const input = { name: "9Б", grade: 9, teacherIds: [stranger.staffId] };
      const refusal = { kind: "not-found", code: "school.no-such-teacher" };
      await expect(openClassroom(place.as(place.admin), input)).rejects.toMatchObject(refusal);
    }
    expect(await names(place, "admin")).toEqual(["8А", "9А"]);
  });

  test.each([
    [{ name: "", grade: 8 }],
    [{ name: "8А", grade: 0 }],
    [{ name: "8А", grade: 13 }],
    [{ name: "8А", grade: 8.5 }],
    [{ name: "х".repeat(21), grade: 8 }],
  ])("%j is refused", async (input) => {
    const place = await schoolWorld();
    await expect(openClassroom(place.as(place.teacher), input)).rejects.toMatchObject({ kind: "invalid" });
  });
});
