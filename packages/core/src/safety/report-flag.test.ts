import { beforeAll, describe, expect, test } from "vitest";
import { concern, flagWorld, type FlagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { RaiseFlagInput, reportFlag } from "./index.ts";
import type { TableHandle } from "../kernel/index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

const about = ({ pupil, clock }: FlagWorld) => {
  const { pupil: _pupil, atMs: _at, ...rest } = concern(pupil, clock.nowMs());
  return rest;
};
const tableDown = (place: FlagWorld) => ({
  ...place.ports.flags,
  create: () => Promise.reject(new Error("table down")),
});

describe("reporting a concern about the pupil who is here", () => {
  test("writes the flag", async () => {
    const place = await flagWorld(table);
    await reportFlag(place.as(place.pupil), about(place));
    const { items } = await place.ports.flags.listOf({ schoolId: place.schoolId, state: "open" });
    expect(items).toMatchObject([{ kind: "self-harm", pupil: { studentId: place.pupil.studentId } }]);
    expect(place.sent).toMatchObject({ waitingFlags: [], alarms: [] });
  });

  test("puts it into the queue when the table is down, whole enough to be raised from there", async () => {
    const place = await flagWorld(table);
    await reportFlag(place.as(place.pupil, { flags: tableDown(place) }), about(place));
    expect(place.sent.waitingFlags).toHaveLength(1);
    expect(RaiseFlagInput.parse(JSON.parse(JSON.stringify(place.sent.waitingFlags[0])))).toMatchObject({
      kind: "self-harm",
      pupil: { studentId: place.pupil.studentId, name: place.pupil.name },
    });
  });

  test("raises an alarm and throws nothing when the queue is down too", async () => {
    const place = await flagWorld(table);
    const flagQueue = { send: () => Promise.reject(new Error("queue down")) };
    await reportFlag(place.as(place.pupil, { flags: tableDown(place), flagQueue }), about(place));
    expect(place.sent.alarms).toEqual(["flag-lost"]);
  });

  test("is for pupils about themselves", async () => {
    const place = await flagWorld(table);
    const reporting = reportFlag(place.as(place.teacher) as never, about(place));
    await expect(reporting).rejects.toMatchObject({ kind: "forbidden" });
  });
});
