import { describe, expect, test } from "vitest";
import { classWorld } from "../../../../tests/support/class-world.ts";
import { dayInUlaanbaatar, type PlatformAdmin, systemIds } from "../kernel/index.ts";
import { readAiSwitch, switchAi } from "./index.ts";

const platformAdmin: PlatformAdmin = {
  role: "platform-admin",
  sessionId: systemIds.next("session"),
  staffId: systemIds.next("staff"),
  name: "Туршилт",
};

describe("the kill switch", () => {
  test("is thrown and written down, with who and why", async () => {
    const place = await classWorld();
    const { schoolId } = place.school;
    await switchAi(place.as(place.admin), { scope: "school", on: false, reason: "  Шалгалтын өдөр " });
    expect(await readAiSwitch(place.as(place.admin), { scope: "school" })).toEqual({
      on: false,
      reason: "Шалгалтын өдөр",
      changedBy: place.admin.staffId,
      changedAtMs: place.clock.nowMs(),
    });
    const { items } = await place.ports.audit.byDay({ tenant: schoolId, day: dayInUlaanbaatar(place.clock.nowMs()) });
    expect(items.find(({ action }) => action === "ai.switched-off")).toMatchObject({
      accountId: place.admin.staffId,
      subject: schoolId,
      details: { reason: "Шалгалтын өдөр" },
    });
  });

  test("the one for everywhere is the platform's", async () => {
    const place = await classWorld();
    const set: unknown[] = [];
    // Not the real one, which would close the schools of every test that runs beside this one.
    const aiSwitches = { ...place.ports.aiSwitches, set: async (thrown: unknown) => void set.push(thrown) };
    const input = { scope: "everywhere", on: false, reason: "Засвар" } as const;
    await switchAi({ ...place.as(platformAdmin), aiSwitches }, input);
    expect(set).toMatchObject([{ scope: "everywhere", on: false, reason: "Засвар" }]);
  });

  test.each([
    ["a school administrator", "everywhere", "school-admin"],
    ["a platform administrator", "school", "platform-admin"],
    ["a teacher", "school", "teacher"],
    ["a pupil", "school", "student"],
  ] as const)("%s can't throw the one for «%s», and nothing changes", async (_, scope, role) => {
    const place = await classWorld();
    const actors = {
      "school-admin": place.admin,
      "platform-admin": platformAdmin,
      teacher: place.teacher,
      student: place.pupil(),
    };
    const ctx = place.as(actors[role] as never);
    const before = await place.ports.aiSwitches.get(scope === "school" ? place.school.schoolId : "everywhere");
    await expect(switchAi(ctx, { scope, on: false, reason: "Шалтгаан" })).rejects.toMatchObject({ kind: "forbidden" });
    const after = await place.ports.aiSwitches.get(scope === "school" ? place.school.schoolId : "everywhere");
    expect(after).toEqual(before);
  });

  test("needs a reason", async () => {
    const place = await classWorld();
    const input = { scope: "school", on: false, reason: "  " } as const;
    await expect(switchAi(place.as(place.admin), input)).rejects.toMatchObject({ kind: "invalid" });
    expect(await place.ports.aiSwitches.get(place.school.schoolId)).toBeUndefined();
  });

  test("AI does not come on again when that can't be written down", async () => {
    const place = await classWorld();
    const ctx = place.as(place.admin);
    await switchAi(ctx, { scope: "school", on: false, reason: "Шалгалт" });
    const audit = { ...place.ports.audit, append: () => Promise.reject(new Error("the trail is away")) };
    await expect(switchAi({ ...ctx, audit }, { scope: "school", on: true, reason: "Дууслаа" })).rejects.toThrow();
    expect(await readAiSwitch(ctx, { scope: "school" })).toMatchObject({ on: false });
  });
});
