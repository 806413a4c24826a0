import { describe, expect, test } from "vitest";
import { enrolPlainly, schoolWorld } from "../../../../tests/support/school-world.ts";
import { readClassroom } from "./index.ts";

describe("a class with its roster", () => {
  test("shows pupils in alphabetical order, without their PINs", async () => {
    const place = await schoolWorld(["Дорж Сараа", "Батбаяр Болд", "Өнөр"]);
    const { classroom, pupils } = await readClassroom(place.as(place.teacher), place.classroom);
    expect(classroom).toEqual({ ...place.classroom, pupilCount: 3 });
    expect(pupils.items.map(({ name, givenName, familyName }) => [name, givenName, familyName])).toEqual([
      ["Болд Б.", "Болд", "Батбаяр"],
      ["Өнөр", "Өнөр", ""],
      ["Сараа Д.", "Сараа", "Дорж"],
    ]);
    expect(JSON.stringify(pupils)).not.toMatch(/pin|scrypt/i);
  });

  test("a roster is read in pages that together are the class", async () => {
    const place = await schoolWorld();
    await enrolPlainly(place, 25);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { pupils } = await readClassroom(place.as(place.teacher), { ...place.classroom, limit: 10, cursor });
      seen.push(...pupils.items.map(({ studentId }) => studentId));
      cursor = pupils.cursor;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  test("is one page unless less is asked for", async () => {
    const place = await schoolWorld();
    await enrolPlainly(place, 90);
    const { pupils } = await readClassroom(place.as(place.admin), place.classroom);
    expect([pupils.items.length, pupils.cursor]).toEqual([90, undefined]);
  });
});
