import { describe, expect, test } from "vitest";
import { differentNames, enrolPlainly, schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { enrolPupils, readClassroom, signInWithPin } from "./index.ts";

const roster = async (place: SchoolWorld) =>
  (await readClassroom(place.as(place.teacher), place.classroom)).pupils.items.map(({ name }) => name);
const enrol = (place: SchoolWorld, names: readonly string[]) =>
  enrolPupils(place.as(place.teacher), { classroomId: place.classroom.classroomId, names: names.join("\n") });
const manyNames = (count: number, family: string) => differentNames(count).map((givenName) => `${family} ${givenName}`);

describe("enrolling pupils", () => {
  test("gives a card for each that signs in", async () => {
    const place = await schoolWorld(["Дорж Сараа", "Батбаяр Болд"]);
    expect(place.cards.map(({ name, className, schoolName, code }) => [name, className, schoolName, code])).toEqual([
      ["Болд Б.", "8А", "Туршилтын сургууль", place.classroom.code],
      ["Сараа Д.", "8А", "Туршилтын сургууль", place.classroom.code],
    ]);
    for (const { code, studentId, pin } of place.cards) {
      expect((await signInWithPin(place.as(place.visitor), { code, studentId, pin })).kind).toBe("signed-in");
    }
  });

  test("a list of sixty fits, and the class knows its number", async () => {
    const place = await schoolWorld();
    expect(await enrol(place, manyNames(60, "Бат"))).toHaveLength(60);
    const { classroom, pupils } = await readClassroom(place.as(place.teacher), place.classroom);
    expect([classroom.pupilCount, pupils.items.length]).toEqual([60, 60]);
  });

  test("a list sent twice adds nobody twice, a longer one only the new", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    expect(await enrol(place, ["Батбаяр Болд"])).toEqual([]);
    const added = await enrol(place, ["батбаяр болд", "Дорж Сараа"]);
    expect(added.map(({ name }) => name)).toEqual(["Сараа Д."]);
    expect(await roster(place)).toEqual(["Болд Б.", "Сараа Д."]);
  });

  test("the same list sent twice at the same moment adds nobody twice", async () => {
    const place = await schoolWorld();
    const names = manyNames(10, "Бат");
    const [first, second] = await Promise.all([enrol(place, names), enrol(place, names)]);
    expect([first.length, second.length].toSorted((a, b) => a - b)).toEqual([0, 10]);
    expect(await roster(place)).toHaveLength(10);
  });

  test("a name that looks like another's in the class is told apart on the card", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const [card] = await enrol(place, ["Бямба Болд"]);
    expect(card?.name).toBe("Болд Бя.");
    expect(await roster(place)).toEqual(["Болд Ба.", "Болд Бя."]);
  });

  test("a class takes a hundred pupils and not one more, also at the same moment", async () => {
    const place = await schoolWorld();
    await enrolPlainly(place, 90);
    const outcomes = await Promise.allSettled([
      enrol(place, manyNames(10, "Дорж")),
      enrol(place, manyNames(10, "Цэнд")),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(enrol(place, ["Нэг Илүү"])).rejects.toMatchObject({
      kind: "conflict",
      code: "school.class-full",
      details: { limit: 100 },
    });
    expect(await roster(place)).toHaveLength(100);
  });
});
