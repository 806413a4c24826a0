import { describe, expect, test } from "vitest";
import { schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { resolveSession } from "../account/index.ts";
import type { StudentId } from "../kernel/index.ts";
import { enrolPupils, openClassroom, readClassroom, signInWithPin, withdrawPupil } from "./index.ts";

const roster = async (place: SchoolWorld) =>
  (await readClassroom(place.as(place.teacher), place.classroom)).pupils.items.map(({ name }) => name);
const enrol = (place: SchoolWorld, names: readonly string[]) =>
  enrolPupils(place.as(place.teacher), { classroomId: place.classroom.classroomId, names: names.join("\n") });

describe("withdrawing a pupil", () => {
  test("takes the name off the list and makes room; the same name may come again as a new pupil", async () => {
    const place = await schoolWorld(["Батбаяр Болд", "Дорж Сараа"]);
    const { classroomId } = place.classroom;
    const studentId = place.cards[0]?.studentId ?? "";
    await withdrawPupil(place.as(place.teacher), { classroomId, studentId });
    await expect(withdrawPupil(place.as(place.teacher), { classroomId, studentId })).rejects.toMatchObject({
      kind: "not-found",
      code: "school.no-such-pupil",
    });
    expect(await roster(place)).toEqual(["Сараа Д."]);
    const [again] = await enrol(place, ["Батбаяр Болд"]);
    expect(again?.studentId).not.toBe(studentId);
    expect((await readClassroom(place.as(place.teacher), { classroomId })).classroom.pupilCount).toBe(2);
  });

  test("ends the pupil's sessions, and nobody else's", async () => {
    const place = await schoolWorld(["Батбаяр Болд", "Дорж Сараа"]);
    const tokens: string[] = [];
    for (const { code, studentId, pin } of place.cards) {
      const result = await signInWithPin(place.as(place.visitor), { code, studentId, pin });
      if (result.kind === "signed-in") tokens.push(result.token);
    }
    const { classroomId } = place.classroom;
    await withdrawPupil(place.as(place.teacher), { classroomId, studentId: place.cards[0]?.studentId ?? "" });
    const actors = await Promise.all(tokens.map((token) => resolveSession(place.as(place.visitor), token)));
    expect(actors.map((actor) => actor?.name)).toEqual([undefined, "Сараа"]);
  });

  test("that died before the sessions ended ends them when it is tried again, and says that the pupil is gone", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const { classroomId } = place.classroom;
    const [card] = place.cards;
    const studentId = card?.studentId ?? ("" as StudentId);
    const opened = await signInWithPin(place.as(place.visitor), {
      code: card?.code ?? "",
      studentId,
      pin: card?.pin ?? "",
    });
    const token = opened.kind === "signed-in" ? opened.token : "";
    const deadly = { ...place.ports.sessions, endAllOf: () => Promise.reject(new Error("killed")) };
    const cutOff = withdrawPupil({ ...place.as(place.teacher), sessions: deadly }, { classroomId, studentId });
    await expect(cutOff).rejects.toThrow("killed");
    expect(await resolveSession(place.as(place.visitor), token)).toBeDefined();

    const again = withdrawPupil(place.as(place.teacher), { classroomId, studentId });
    await expect(again).rejects.toMatchObject({ kind: "not-found", code: "school.no-such-pupil" });
    expect(await resolveSession(place.as(place.visitor), token)).toBeUndefined();
    const account = { tenant: place.school.schoolId, accountId: place.teacher.staffId };
    const { items } = await place.ports.audit.byAccount(account);
    expect(items.filter(({ action }) => action === "pupil.withdrawn").map(({ subject }) => subject)).toEqual([
      studentId,
    ]);
  });

  test("of another class of the school is refused, and that pupil's sessions live on", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const [card] = place.cards;
    const studentId = card?.studentId ?? "";
    const opened = await signInWithPin(place.as(place.visitor), {
      code: card?.code ?? "",
      studentId,
      pin: card?.pin ?? "",
    });
    const other = await openClassroom(place.as(place.otherTeacher), { name: "8Б", grade: 8 });
    const refused = withdrawPupil(place.as(place.otherTeacher), { classroomId: other.classroomId, studentId });
    await expect(refused).rejects.toMatchObject({ code: "school.no-such-pupil" });
    const token = opened.kind === "signed-in" ? opened.token : "";
    expect(await resolveSession(place.as(place.visitor), token)).toMatchObject({ name: "Болд" });
  });
});
