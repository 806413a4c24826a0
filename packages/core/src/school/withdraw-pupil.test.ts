import { describe, expect, test } from "vitest";
import { schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { resolveSession } from "../account/index.ts";
import { enrolPupils, readClassroom, signInWithPin, withdrawPupil } from "./index.ts";

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
});
