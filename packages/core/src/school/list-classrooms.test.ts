import { describe, expect, test } from "vitest";
import { schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { listClassrooms, openClassroom } from "./index.ts";

const names = async (place: SchoolWorld, actor: "teacher" | "otherTeacher" | "admin") =>
  (await listClassrooms(place.as(place[actor]))).items.map(({ name }) => name);

describe("the list of classes", () => {
  test("is ordered by grade and name", async () => {
    const place = await schoolWorld();
    for (const [name, grade] of [
      ["12А", 12],
      ["8Б", 8],
      ["5А", 5],
      ["10А", 10],
    ] as const) {
      await openClassroom(place.as(place.admin), { name, grade });
    }
    expect(await names(place, "admin")).toEqual(["5А", "8А", "8Б", "10А", "12А"]);
  });

  test("that is longer than a page goes on with its cursor, for a teacher too", async () => {
    const place = await schoolWorld();
    for (let index = 0; index < 55; index += 1) {
      const actor = index % 5 === 0 ? place.otherTeacher : place.teacher;
      await openClassroom(place.as(actor), { name: `9-${index}`, grade: 9 });
    }
    const first = await listClassrooms(place.as(place.admin));
    const second = await listClassrooms(place.as(place.admin), { cursor: first.cursor });
    expect([first.items.length, second.items.length, second.cursor]).toEqual([50, 6, undefined]);
    const own = await listClassrooms(place.as(place.teacher));
    expect([own.items.length, own.cursor]).toEqual([45, undefined]);
  });

  test.each(["zzz", "bm90IGpzb24", btoa('{"pk":"a","sk":"b"}')])("refuses the stale cursor %s", async (cursor) => {
    const place = await schoolWorld();
    await expect(listClassrooms(place.as(place.teacher), { cursor })).rejects.toMatchObject({
      kind: "invalid",
      code: "school.invalid-cursor",
    });
  });

  test("another school's administrator does not see it", async () => {
    await schoolWorld();
    const elsewhere = await schoolWorld();
    await openClassroom(elsewhere.as(elsewhere.admin), { name: "1А", grade: 1 });
    expect(await names(elsewhere, "admin")).toEqual(["1А", "8А"]);
  });
});
