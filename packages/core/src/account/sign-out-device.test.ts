import { describe, expect, test } from "vitest";
import { world, type World } from "../../../../tests/support/school-world.ts";
import { type Actor, systemIds } from "../kernel/index.ts";
import { listDevices, openSession, resolveSession, signOutDevice, signOutEverywhere } from "./index.ts";
import type { ActorSeed } from "./schema.ts";

const android =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";

const seeds = (): readonly (readonly [string, ActorSeed, ActorSeed])[] => {
  const schoolId = systemIds.next("school");
  const classroomId = systemIds.next("classroom");
  const student = () => ({ role: "student" as const, schoolId, classroomId, grade: 8 as const, name: "Болд" });
  const staff = () => ({ staffId: systemIds.next("staff"), name: "Дулам" });
  const pupil: ActorSeed = { ...student(), studentId: systemIds.next("student") };
  return [
    ["another pupil of the class", pupil, { ...student(), studentId: systemIds.next("student") }],
    ["the teacher of the school", pupil, { role: "teacher", schoolId, ...staff() }],
    ["the same id in another school", pupil, { ...pupil, schoolId: systemIds.next("school") } as ActorSeed],
    ["a platform administrator", pupil, { role: "platform-admin", ...staff() }],
  ];
};

async function signedIn(place: World, seed: ActorSeed, devices = 1): Promise<{ tokens: string[]; actor: Actor }> {
  const tokens: string[] = [];
  let actor: Actor | undefined;
  for (let device = 0; device < devices; device += 1) {
    const opened = await openSession(place.as(place.visitor), { actor: seed, device: android });
    tokens.push(opened.token);
    actor = opened.actor;
  }
  if (!actor) throw new Error("no device");
  return { tokens, actor };
}

const aPupil = () => seeds()[0]?.[1] as ActorSeed;
const alive = async (place: World, tokens: readonly string[]) =>
  Promise.all(tokens.map(async (token) => (await resolveSession(place.as(place.visitor), token)) !== undefined));

describe("one's own devices", () => {
  test("are listed newest first, and the asking one is marked", async () => {
    const place = world();
    const { actor } = await signedIn(place, aPupil(), 3);
    const { items } = await listDevices(place.as(actor));
    expect(items.map(({ label, current }) => [label, current])).toEqual([
      ["Chrome · Android", true],
      ["Chrome · Android", false],
      ["Chrome · Android", false],
    ]);
    expect(items[0]?.signedInAtMs).toBe(place.clock.nowMs());
  });

  test("come in pages, each device once", async () => {
    const place = world();
    const { actor } = await signedIn(place, aPupil(), 30);
    const first = await listDevices(place.as(actor));
    expect(first.items).toHaveLength(25);
    const second = await listDevices(place.as(actor), { cursor: first.cursor });
    expect(second.cursor).toBeUndefined();
    expect(new Set([...first.items, ...second.items].map(({ sessionId }) => sessionId)).size).toBe(30);
  });

  test("whose session has expired are not listed", async () => {
    const place = world();
    const { actor } = await signedIn(place, aPupil());
    place.clock.advance(31 * 24 * 3_600_000);
    expect((await listDevices(place.as(actor))).items).toEqual([]);
  });

  test("are signed out one by one", async () => {
    const place = world();
    const { tokens, actor } = await signedIn(place, aPupil(), 2);
    const other = (await listDevices(place.as(actor))).items.find(({ current }) => !current);
    await signOutDevice(place.as(actor), { sessionId: other?.sessionId ?? "" });
    expect(await alive(place, tokens)).toEqual([false, true]);
  });

  test("are signed out all at once, the asking one too", async () => {
    const place = world();
    const { tokens, actor } = await signedIn(place, aPupil(), 30);
    expect(await signOutEverywhere(place.as(actor))).toEqual({ ended: 30 });
    expect(await alive(place, tokens)).toEqual(tokens.map(() => false));
  });
});

describe("somebody else's devices", () => {
  test.each(seeds())("are nothing to %s", async (_who, owner, stranger) => {
    const place = world();
    const own = await signedIn(place, owner);
    const other = await signedIn(place, stranger);
    expect((await listDevices(place.as(other.actor))).items).toHaveLength(1);
    await expect(signOutDevice(place.as(other.actor), { sessionId: own.actor.sessionId })).rejects.toMatchObject({
      kind: "not-found",
      code: "account.no-such-device",
    });
    expect(await signOutEverywhere(place.as(other.actor))).toEqual({ ended: 1 });
    expect(await alive(place, own.tokens)).toEqual([true]);
  });

  test("are nothing to somebody who is not signed in", async () => {
    const place = world();
    const { tokens, actor } = await signedIn(place, aPupil());
    // The types forbid it; a careless cast must not open it.
    const nobody = place.as(place.visitor) as never;
    const refusal = { kind: "unauthenticated", code: "account.sign-in-first" };
    await expect(listDevices(nobody)).rejects.toMatchObject(refusal);
    await expect(signOutDevice(nobody, { sessionId: actor.sessionId })).rejects.toMatchObject(refusal);
    await expect(signOutEverywhere(nobody)).rejects.toMatchObject(refusal);
    expect(await alive(place, tokens)).toEqual([true]);
  });
});
