import { expect, test } from "vitest";
import { enrolPlainly, linkedResource, schoolWorld } from "../../../../tests/support/school-world.ts";
import { openTable } from "../adapters/table.ts";
import { systemIds } from "../kernel/index.ts";
import { createPupilStore } from "./pupil.store.ts";

const lockMs = 15 * 60_000;

async function pupilWithLockOver() {
  const place = await schoolWorld();
  await enrolPlainly(place, 1);
  const key = { schoolId: place.school.schoolId, classroomId: place.classroom.classroomId };
  const [pupil] = await place.ports.pupils.list(key);
  const pupilKey = { ...key, studentId: pupil?.studentId ?? systemIds.next("student") };
  const useUp = async () => {
    const nowMs = place.clock.nowMs();
    for (let step = 0; step < 5; step += 1) await place.ports.pupils.takeTry({ ...pupilKey, nowMs });
  };
  await useUp();
  place.clock.advance(lockMs);
  return { ...place, pupilKey, useUp };
}

test("an attempt that was held up while others used the next five tries does not lift their lock", async () => {
  const { pupilKey, useUp, clock } = await pupilWithLockOver();
  const table = openTable({ name: linkedResource("Table").name });
  const client = table.client as unknown as { readonly send: (command: unknown) => Promise<unknown> };
  let requests = 0;
  const heldUp = new Proxy(client, {
    get(target, name) {
      if (name !== "send") return Reflect.get(target, name) as unknown;
      return async (command: unknown) => {
        requests += 1;
        // The first finds the lock of a quarter of an hour ago, the second would begin a new row of tries.
        if (requests === 2) await useUp();
        return target.send(command);
      };
    },
  });
  const attempt = await createPupilStore({ ...table, client: heldUp }).takeTry({
    ...pupilKey,
    nowMs: clock.nowMs(),
  });
  expect(attempt).toEqual({ kind: "locked", untilMs: clock.nowMs() + 4 * lockMs });
});

test("a pupil who is not there has no tries, and none are made up", async () => {
  const { pupilKey, ports, clock } = await pupilWithLockOver();
  const nobody = { ...pupilKey, studentId: systemIds.next("student") };
  expect(await ports.pupils.takeTry({ ...nobody, nowMs: clock.nowMs() })).toEqual({ kind: "no-pupil" });
  expect(await ports.pupils.get(nobody)).toBeUndefined();
});
