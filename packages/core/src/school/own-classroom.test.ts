import { describe, expect, test } from "vitest";
import { schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { type Actor, type StudentId, systemActor, systemIds } from "../kernel/index.ts";
import {
  enrolPupils,
  issuePinCards,
  listClassrooms,
  openClassroom,
  readClassroom,
  renewClassCode,
  resetPin,
  signInWithPin,
  withdrawPupil,
} from "./index.ts";
import type { ClassStaff } from "./own-classroom.ts";

type Target = SchoolWorld & { readonly studentId: StudentId };
type Operation = (place: Target, actor: ClassStaff) => Promise<unknown>;

/** Every operation that works with a class, tried on the same class by everybody it does not belong to. */
const operations: readonly (readonly [string, Operation])[] = [
  ["readClassroom", ({ as, classroom }, actor) => readClassroom(as(actor), classroom)],
  ["enrolPupils", ({ as, classroom }, actor) => enrolPupils(as(actor), { ...classroom, names: "Дорж Сараа" })],
  ["resetPin", ({ as, classroom, studentId }, actor) => resetPin(as(actor), { ...classroom, studentId })],
  ["issuePinCards", ({ as, classroom }, actor) => issuePinCards(as(actor), classroom)],
  ["withdrawPupil", ({ as, classroom, studentId }, actor) => withdrawPupil(as(actor), { ...classroom, studentId })],
  ["renewClassCode", ({ as, classroom }, actor) => renewClassCode(as(actor), classroom)],
];

async function target(): Promise<Target> {
  const place = await schoolWorld(["Батбаяр Болд"]);
  return { ...place, studentId: place.cards[0]?.studentId ?? systemIds.next("student") };
}

/** Nothing has changed: the roster is the same, the card's code and PIN still sign in. */
async function expectUntouched(place: Target): Promise<void> {
  const { classroom, pupils } = await readClassroom(place.as(place.teacher), place.classroom);
  expect(classroom).toEqual({ ...place.classroom, pupilCount: 1 });
  expect(pupils.items.map(({ name }) => name)).toEqual(["Болд Б."]);
  const [card] = place.cards;
  const { code = "", pin = "" } = card ?? {};
  const result = await signInWithPin(place.as(place.visitor), { code, pin, studentId: place.studentId });
  expect(result.kind).toBe("signed-in");
}

describe.each(operations)("%s", (_name, operation) => {
  test("is not found by another teacher of the school, nor by staff of another school", async () => {
    const place = await target();
    const elsewhere = await schoolWorld();
    for (const stranger of [place.otherTeacher, elsewhere.teacher, elsewhere.admin]) {
      const refusal = { kind: "not-found", code: "school.no-classroom" };
      await expect(operation(place, stranger)).rejects.toMatchObject(refusal);
    }
    await expectUntouched(place);
  });

  test("looks the same for a class that does not exist", async () => {
    const place = await target();
    const missing = { ...place, classroom: { ...place.classroom, classroomId: systemIds.next("classroom") } };
    const refusal = { kind: "not-found", code: "school.no-classroom" };
    await expect(operation(missing, place.teacher)).rejects.toMatchObject(refusal);
    await expect(operation(missing, place.admin)).rejects.toMatchObject(refusal);
  });

  test("is forbidden to pupils, national staff and the nameless", async () => {
    const place = await target();
    for (const [actor, kind] of outsiders(place)) {
      await expect(operation(place, actor as never)).rejects.toMatchObject({ kind });
    }
    await expectUntouched(place);
  });

  test("is open to the school's administrator", async () => {
    const place = await target();
    await operation(place, place.admin);
  });
});

function outsiders({ school, classroom, studentId, visitor }: Target) {
  const sessionId = systemIds.next("session");
  const national = { sessionId, staffId: systemIds.next("staff"), name: "Туршилт" };
  const pupil: Actor = {
    role: "student",
    sessionId,
    schoolId: school.schoolId,
    classroomId: classroom.classroomId,
    studentId,
    grade: 8,
    name: "Болд",
  };
  return [
    [pupil, "forbidden"],
    [{ role: "platform-admin", ...national }, "forbidden"],
    [{ role: "ministry", ...national }, "forbidden"],
    [systemActor, "forbidden"],
    [visitor, "unauthenticated"],
  ] as const;
}

describe("openClassroom and listClassrooms", () => {
  test("are forbidden to pupils, national staff and the nameless", async () => {
    const place = await target();
    for (const [actor, kind] of outsiders(place)) {
      const ctx = place.as(actor as never);
      await expect(openClassroom(ctx, { name: "9А", grade: 9 })).rejects.toMatchObject({ kind });
      await expect(listClassrooms(ctx)).rejects.toMatchObject({ kind });
    }
    expect((await listClassrooms(place.as(place.admin))).items).toHaveLength(1);
  });
});
