import { describe, expect, test } from "vitest";
import { world, type World } from "../../../../tests/support/school-world.ts";
import { type SchoolId, systemIds } from "../kernel/index.ts";
import { openSession, resolveSession, signOutEverywhere } from "./index.ts";
import type { SessionStore } from "./ports.ts";
import type { ActorSeed } from "./schema.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const pupil = (): ActorSeed => ({
  role: "student",
  schoolId: systemIds.next("school"),
  classroomId: systemIds.next("classroom"),
  studentId: systemIds.next("student"),
  grade: 8,
  name: "Болд",
});
const teacher = (schoolId: SchoolId = systemIds.next("school")): ActorSeed => ({
  role: "teacher",
  schoolId,
  staffId: systemIds.next("staff"),
  name: "Дулам",
});

const open = ({ as, visitor }: World, actor: ActorSeed) => openSession(as(visitor), { actor, device: "" });

/** The world with every call of the session store counted. */
function counted() {
  const place = world();
  const calls: string[] = [];
  const { sessions: store } = place.ports;
  const sessions: SessionStore = {
    ...store,
    find: (tokenHash) => {
      calls.push("find");
      return store.find(tokenHash);
    },
    extend: (visit) => {
      calls.push("extend");
      return store.extend(visit);
    },
  };
  return { place, calls, ctx: { clock: place.clock, sessions } };
}

describe("a session token", () => {
  test("gives the actor back with exactly one read", async () => {
    const { place, calls, ctx } = counted();
    const { token, actor } = await open(place, pupil());
    expect(await resolveSession(ctx, token)).toEqual(actor);
    expect(calls).toEqual(["find"]);
  });

  test.each(["", "x", "ses_01J", "a".repeat(44), "ü".repeat(43)])(
    "that can't be one costs no read: %j",
    async (token) => {
      const { calls, ctx } = counted();
      expect(await resolveSession(ctx, token)).toBeUndefined();
      expect(calls).toEqual([]);
    },
  );

  test("that nobody was given opens nothing", async () => {
    const { as, visitor } = world();
    expect(await resolveSession(as(visitor), "A".repeat(43))).toBeUndefined();
  });
});

describe("a session's life", () => {
  test.each([
    ["a pupil's", pupil(), 30 * dayMs],
    ["a teacher's", teacher(), 12 * hourMs],
  ])("%s ends when it lies idle, though the record is still there", async (_whose, seed, idleMs) => {
    const place = world();
    const { token } = await open(place, seed);
    place.clock.advance(idleMs - 1);
    // A read that is not a visit: the store is asked, not the operation.
    expect(
      await resolveSession({ clock: { nowMs: () => place.clock.nowMs() + 1 }, sessions: place.ports.sessions }, token),
    ).toBeUndefined();
    expect(await resolveSession(place.as(place.visitor), token)).toBeDefined();
  });

  test("a pupil who comes every week stays signed in, with one write a visit day", async () => {
    const { place, calls, ctx } = counted();
    const { token } = await open(place, pupil());
    for (let week = 0; week < 10; week += 1) {
      place.clock.advance(7 * dayMs);
      expect(await resolveSession(ctx, token)).toBeDefined();
      expect(await resolveSession(ctx, token)).toBeDefined();
    }
    expect(calls.filter((name) => name === "extend")).toHaveLength(10);
    expect(calls.filter((name) => name === "find")).toHaveLength(20);
  });

  test("a teacher who works every hour is asked again after a week", async () => {
    const place = world();
    const { token, expiresAtMs } = await open(place, teacher());
    expect(expiresAtMs).toBe(place.clock.nowMs() + 7 * dayMs);
    for (let hour = 1; hour < 7 * 24; hour += 6) {
      place.clock.advance(6 * hourMs);
      const alive = (await resolveSession(place.as(place.visitor), token)) !== undefined;
      expect(alive).toBe(place.clock.nowMs() < expiresAtMs);
    }
    expect(await resolveSession(place.as(place.visitor), token)).toBeUndefined();
  });

  test("a session that ends between the read and the write of a visit is not revived", async () => {
    const place = world();
    const { token, actor } = await open(place, pupil());
    place.clock.advance(2 * dayMs);
    const { sessions } = place.ports;
    const ending = {
      ...sessions,
      find: async (hash: string) => {
        const found = await sessions.find(hash);
        await signOutEverywhere(place.as(actor));
        return found;
      },
    };
    expect(await resolveSession({ clock: place.clock, sessions: ending }, token)).toBeUndefined();
    expect(await resolveSession(place.as(place.visitor), token)).toBeUndefined();
  });
});
