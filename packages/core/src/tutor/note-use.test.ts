import { describe, expect, test } from "vitest";
import { classWorld } from "../../../../tests/support/class-world.ts";
import { flagPorts } from "../../../../tests/support/flag-ports.ts";
import { linkedResource } from "../../../../tests/support/school-world.ts";
import { openTable } from "../adapters/table.ts";
import { dayInUlaanbaatar, systemActor } from "../kernel/index.ts";
import { slotOf } from "./activity.ts";
import { createLimitEntity, noteUse } from "./index.ts";

/** A pupil of a class who was active in these last steps of five minutes. */
async function worldWith(steps: number, atMs?: number) {
  const place = await classWorld();
  if (atMs !== undefined) place.clock.advance(atMs - place.clock.nowMs());
  const table = openTable({ name: linkedResource("Table").name });
  const { ports } = flagPorts(table);
  const { schoolId, classroomId, studentId, grade } = place.pupil();
  const nowMs = place.clock.nowMs();
  const slots = Array.from({ length: steps }, (_unused, index) => slotOf(nowMs) - index).filter((slot) => slot >= 0);
  const day = dayInUlaanbaatar(nowMs);
  await createLimitEntity(table).put({ schoolId, studentId, kind: "chat", day, total: steps, slots }).go();
  const ctx = { ...place.as(systemActor), ...ports, pupils: place.ports.pupils, chatDays: place.chatDays };
  const asked = { schoolId, classroomId, studentId, grade, atMs: nowMs };
  const flags = async () => (await ports.flags.listOf({ schoolId, state: "open" })).items;
  return { ctx, asked, flags, place };
}

describe("a day of chatting", () => {
  const noonMs = Date.UTC(2026, 10, 23, 4);

  test("of an hour without a break is flagged, once however often it is looked at", async () => {
    const { ctx, asked, flags } = await worldWith(13, noonMs);
    await noteUse(ctx, [asked, asked]);
    await noteUse(ctx, [asked]);
    expect(await flags()).toMatchObject([
      { kind: "long-use", severity: "normal", excerpt: "", pupil: { name: expect.stringContaining("Болд") } },
    ]);
  });

  test("at night is flagged as such", async () => {
    const { ctx, asked, flags } = await worldWith(7, Date.UTC(2026, 10, 23, 15, 30));
    await noteUse(ctx, [asked]);
    expect((await flags()).map(({ kind }) => kind)).toEqual(["night-use"]);
  });

  test("like any other is not, and neither is one that is over or a pupil who left", async () => {
    const usual = await worldWith(4, noonMs);
    await noteUse(usual.ctx, [usual.asked]);
    expect(await usual.flags()).toEqual([]);
    const long = await worldWith(13, noonMs);
    await noteUse(long.ctx, [{ ...long.asked, atMs: noonMs - 86_400_000 }]);
    expect(await long.flags()).toEqual([]);
    await noteUse(long.ctx, [{ ...long.asked, studentId: usual.asked.studentId }]);
    expect(await long.flags()).toEqual([]);
  });

  test("is looked into by the product alone", async () => {
    const { ctx, asked, flags, place } = await worldWith(13, noonMs);
    await expect(noteUse({ ...ctx, actor: place.teacher as never }, [asked])).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect(await flags()).toEqual([]);
  });
});
