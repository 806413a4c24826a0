import { describe, expect, test } from "vitest";
import { schoolWorld, world } from "../../../../tests/support/school-world.ts";
import { type PlatformAdmin, systemActor, systemIds } from "../kernel/index.ts";
import { openSchool } from "./index.ts";

const platformAdmin: PlatformAdmin = {
  role: "platform-admin",
  sessionId: systemIds.next("session"),
  staffId: systemIds.next("staff"),
  name: "Туршилт",
};

describe("opening a school", () => {
  const input = { name: "Туршилтын сургууль", aimag: "MN-071", soum: "Өлгий" } as const;

  test("is for platform administrators and the product", async () => {
    const { as, ports } = world();
    for (const actor of [platformAdmin, systemActor]) {
      const { schoolId } = await openSchool(as(actor), input);
      expect(await ports.schools.get(schoolId)).toMatchObject(input);
    }
  });

  test("is forbidden to a school's own staff", async () => {
    const place = await schoolWorld();
    for (const actor of [place.admin, place.teacher]) {
      await expect(openSchool(place.as(actor as never), input)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });

  test("never overwrites one that is there", async () => {
    const { as } = world();
    const schoolId = systemIds.next("school");
    const ctx = { ...as(systemActor), ids: { next: () => schoolId as never } };
    await openSchool(ctx, input);
    await expect(openSchool(ctx, { ...input, name: "Өөр" })).rejects.toMatchObject({ code: "school.school-exists" });
  });

  test("needs an aimag of Mongolia", async () => {
    const { as } = world();
    const wrong = { ...input, aimag: "MN-072" as never };
    await expect(openSchool(as(systemActor), wrong)).rejects.toMatchObject({ kind: "invalid" });
  });
});
