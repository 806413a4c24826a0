import { describe, expect, test } from "vitest";
import { schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { type PlatformAdmin, systemIds } from "../kernel/index.ts";
import { addStaff } from "./index.ts";

const freshEmail = () => `${systemIds.next("event")}@ukhaan.example`.toLowerCase();
const person = () => ({ name: "Дулам", email: freshEmail(), silent: true });
const platformAdmin: PlatformAdmin = {
  role: "platform-admin",
  sessionId: systemIds.next("session"),
  staffId: systemIds.next("staff"),
  name: "Туршилт",
};
const staffOf = async ({ ports, school }: SchoolWorld) => (await ports.staff.list(school.schoolId)).items;

describe("adding staff", () => {
  test("an administrator invites a teacher to the own school", async () => {
    const place = await schoolWorld();
    const invited = { ...person(), role: "teacher" as const };
    const { staffId } = await addStaff(place.as(place.admin), invited);
    const staff = await staffOf(place);
    expect(staff).toMatchObject([{ staffId, role: "teacher", email: invited.email, disabled: false }]);
  });

  test("the same address twice is a conflict, in any school, and changes nothing", async () => {
    const place = await schoolWorld();
    const elsewhere = await schoolWorld();
    const invited = { ...person(), role: "teacher" as const };
    await addStaff(place.as(place.admin), invited);
    for (const { as, admin } of [place, elsewhere]) {
      await expect(addStaff(as(admin), { ...invited, role: "school-admin" })).rejects.toMatchObject({
        kind: "conflict",
        code: "school.staff-exists",
      });
    }
    expect(await staffOf(elsewhere)).toEqual([]);
    expect((await staffOf(place)).map(({ role }) => role)).toEqual(["teacher"]);
  });

  test("an invitation that was cut off before our record is finished by the next", async () => {
    const place = await schoolWorld();
    const invited = { ...person(), role: "teacher" as const };
    await place.ports.staffIdentity.invite({ email: invited.email, name: invited.name, silent: true });
    await addStaff(place.as(place.admin), invited);
    expect(await staffOf(place)).toHaveLength(1);
  });

  test("an administrator can't add to another school, nor national staff", async () => {
    const place = await schoolWorld();
    const elsewhere = await schoolWorld();
    const { schoolId } = elsewhere.school;
    await expect(addStaff(place.as(place.admin), { ...person(), role: "teacher", schoolId })).rejects.toMatchObject({
      kind: "not-found",
      code: "school.no-such-school",
    });
    for (const role of ["platform-admin", "ministry"] as const) {
      await expect(addStaff(place.as(place.admin), { ...person(), role })).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await staffOf(elsewhere)).toEqual([]);
  });

  test("a platform administrator adds to any school that exists, and national staff", async () => {
    const place = await schoolWorld();
    const { schoolId } = place.school;
    await addStaff(place.as(platformAdmin), { ...person(), role: "school-admin", schoolId });
    await addStaff(place.as(platformAdmin), { ...person(), role: "ministry" });
    expect((await staffOf(place)).map(({ role }) => role)).toEqual(["school-admin"]);
    const missing = { ...person(), role: "teacher" as const, schoolId: systemIds.next("school") };
    await expect(addStaff(place.as(platformAdmin), missing)).rejects.toMatchObject({ code: "school.no-such-school" });
    const nowhere = { ...person(), role: "teacher" as const };
    await expect(addStaff(place.as(platformAdmin), nowhere)).rejects.toMatchObject({
      code: "school.staff-needs-school",
    });
  });

  test("teachers, pupils and the nameless can't add anybody", async () => {
    const place = await schoolWorld();
    const input = { ...person(), role: "teacher" as const };
    await expect(addStaff(place.as(place.teacher as never), input)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(addStaff(place.as(place.visitor as never), input)).rejects.toMatchObject({ kind: "unauthenticated" });
    expect(await staffOf(place)).toEqual([]);
  });
});
