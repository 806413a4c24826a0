import { describe, expect, test } from "vitest";
import { classWorld } from "../../../../tests/support/class-world.ts";
import { schoolWorld } from "../../../../tests/support/school-world.ts";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { silentLog } from "../kernel/index.ts";
import { chatAccess, createChatGate, switchAi } from "./index.ts";
import type { AiSwitchStore } from "./ports.ts";

const off = { scope: "school", on: false, reason: "Шалгалтын өдөр" } as const;

describe("chat access", () => {
  test("is open in a school whose safeguarding person has confirmed", async () => {
    const place = await classWorld();
    expect(await chatAccess(place.as(place.pupil()))).toEqual({ kind: "open" });
  });

  test("is closed where nobody is named, or nobody has confirmed", async () => {
    const place = await schoolWorld();
    const { schoolId } = place.school;
    const { staffId } = place.admin;
    const closed = { kind: "closed", why: "no-safeguard" };
    expect(await chatAccess(place.as(tutorActor({ schoolId })))).toEqual(closed);
    await place.ports.schools.nameSafeguard({ schoolId, staffId, deputyId: undefined, replaceNow: false });
    place.clock.advance(5_000);
    expect(await chatAccess(place.as(tutorActor({ schoolId })))).toEqual(closed);
  });

  test("a school that is not there is closed", async () => {
    const place = await classWorld();
    expect(await chatAccess(place.as(tutorActor()))).toEqual({ kind: "closed", why: "no-safeguard" });
  });

  test("a kill switch works within five seconds, both ways, and in its school only", async () => {
    const [place, neighbour] = await Promise.all([classWorld(), classWorld()]);
    const here = () => chatAccess(place.as(place.pupil()));
    expect(await here()).toEqual({ kind: "open" });
    await switchAi(place.as(place.admin), off);
    place.clock.advance(5_000);
    expect(await here()).toEqual({ kind: "closed", why: "school" });
    expect(await chatAccess(neighbour.as(neighbour.pupil()))).toEqual({ kind: "open" });
    await switchAi(place.as(place.admin), { ...off, on: true });
    place.clock.advance(5_000);
    expect(await here()).toEqual({ kind: "open" });
  });

  test("is a pupil's question only", async () => {
    const place = await classWorld();
    expect(() => chatAccess(place.as(place.teacher as never))).toThrow("account.wrong-role");
  });
});

describe("the gate", () => {
  const open: Awaited<ReturnType<AiSwitchStore["read"]>> = {
    school: undefined,
    everywhere: undefined,
    safeguardConfirmed: true,
  };

  async function gateOver(place: Awaited<ReturnType<typeof classWorld>>) {
    let reads = 0;
    let down = false;
    const aiSwitches: AiSwitchStore = {
      ...place.ports.aiSwitches,
      async read(schoolId) {
        reads += 1;
        if (down) throw new Error("the table is away");
        return place.ports.aiSwitches.read(schoolId);
      },
    };
    const gate = createChatGate({ aiSwitches, clock: place.clock, log: silentLog });
    return { ask: () => gate.access(place.school.schoolId), reads: () => reads, breakTable: () => void (down = true) };
  }

  test("asks once in five seconds, however many pupils do", async () => {
    const place = await classWorld();
    const { ask, reads } = await gateOver(place);
    await Promise.all(Array.from({ length: 50 }, ask));
    place.clock.advance(4_999);
    await ask();
    expect(reads()).toBe(1);
    place.clock.advance(1);
    await ask();
    expect(reads()).toBe(2);
  });

  test("when the table can't be asked the last answer holds for a minute, then nothing is open", async () => {
    const place = await classWorld();
    const { ask, breakTable } = await gateOver(place);
    await ask();
    breakTable();
    place.clock.advance(59_999);
    expect(await ask()).toEqual({ kind: "open" });
    place.clock.advance(1);
    await expect(ask()).rejects.toMatchObject({ kind: "unavailable", code: "school.access-unknown" });
  });

  test("without any answer nothing is open", async () => {
    const place = await classWorld();
    const { ask, breakTable } = await gateOver(place);
    breakTable();
    await expect(ask()).rejects.toMatchObject({ kind: "unavailable", code: "school.access-unknown" });
  });

  test("the switch for everywhere closes every school", async () => {
    const place = await classWorld();
    const thrown = { on: false, reason: "Засвар", changedBy: place.admin.staffId, changedAtMs: 0 };
    // The real switch for everywhere would close the schools of every test that runs beside this one.
    const aiSwitches = { ...place.ports.aiSwitches, read: async () => ({ ...open, everywhere: thrown }) };
    const gate = createChatGate({ aiSwitches, clock: place.clock, log: silentLog });
    expect(await gate.access(place.school.schoolId)).toEqual({ kind: "closed", why: "everywhere" });
  });
});
