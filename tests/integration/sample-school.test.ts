import { beforeAll, describe, expect, test } from "vitest";
import { ensureSchool, ensureStaff } from "../../scripts/sample-data/ensure-school.ts";
import { sampleId } from "../../scripts/sample-data/sample-ids.ts";
import { samplePassword, samplePlatformAdmin, sampleSchools } from "../../scripts/sample-data/schools.ts";
import { signInStaff } from "../../packages/core/src/account/index.ts";
import { systemActor } from "../../packages/core/src/kernel/index.ts";
import { findClassByCode, signInWithPin } from "../../packages/core/src/school/index.ts";
import { isTrivialPin } from "../../packages/core/src/school/pins/pin.ts";
import { world } from "../support/school-world.ts";

const classes = sampleSchools.flatMap(({ classes: own }) => own);

async function fillIn(): Promise<void> {
  const ports = world().as(systemActor);
  await ensureStaff(ports, samplePlatformAdmin, { number: 1, tenant: "national" });
  for (const [index, school] of sampleSchools.entries()) await ensureSchool(ports, school, index + 1);
}

describe("the sample schools", () => {
  beforeAll(fillIn);

  test("lie in two aimags, and nothing in them is there twice", () => {
    expect(new Set(sampleSchools.map(({ school }) => school.aimag)).size).toBe(2);
    expect(new Set(classes.map(({ code }) => code)).size).toBe(classes.length);
    for (const { pupils } of classes) {
      expect(new Set(pupils.map(([, , pin]) => pin)).size).toBe(pupils.length);
      expect(pupils.filter(([, , pin]) => isTrivialPin(pin))).toEqual([]);
    }
  });

  test.each(classes)("class $name ($code) shows its pupils, and the first one signs in", async (sample) => {
    const { as, visitor } = world();
    const { code, pupils, grade } = sample;
    const found = await findClassByCode(as(visitor), { code });
    expect(found).toMatchObject({ className: sample.name, grade });
    expect(found.pupils).toHaveLength(pupils.length);

    const [[, givenName, pin] = ["", "", ""]] = pupils;
    const studentId = found.pupils.find(({ name }) => name.startsWith(`${givenName} `))?.studentId ?? "";
    expect(await signInWithPin(as(visitor), { code, studentId, pin })).toMatchObject({
      kind: "signed-in",
      actor: { name: givenName, grade },
    });
  });

  test("have staff who sign in with the sample password", async () => {
    const { as, visitor } = world();
    const staff = [...sampleSchools.flatMap(({ teacher, admin }) => [teacher, admin]), samplePlatformAdmin];
    for (const { email, role } of staff) {
      const result = await signInStaff(as(visitor), { email, password: samplePassword });
      expect(result).toMatchObject({ kind: "signed-in", actor: { role } });
    }
  });

  test("are not changed by filling them in again", async () => {
    const { ports } = world();
    const key = { schoolId: sampleId("school", 1), classroomId: sampleId("classroom", 10) };
    const before = [await ports.classrooms.get(key), await ports.pupils.list(key)];
    const studentId = sampleId("student", 1000);
    await ports.pupils.withdraw({ ...key, studentId, nowMs: Date.now() });
    await fillIn();
    // What somebody has changed stays changed.
    expect(await ports.pupils.get({ ...key, studentId })).toBeUndefined();
    const [classroom, pupils] = before;
    expect(await ports.classrooms.get(key)).toMatchObject({ code: (classroom as { code: string }).code });
    expect(await ports.pupils.list(key)).toHaveLength((pupils as readonly unknown[]).length - 1);
  });
});
