import { describe, expect, test } from "vitest";
import { world } from "../../../../tests/support/school-world.ts";
import { type SchoolId, systemIds } from "../kernel/index.ts";
import { openSession, resolveSession } from "./index.ts";
import type { ActorSeed } from "./schema.ts";

const dayMs = 24 * 3_600_000;

const pupilOf = (schoolId: SchoolId) => ({
  role: "student" as const,
  schoolId,
  classroomId: systemIds.next("classroom"),
  studentId: systemIds.next("student"),
  grade: 8 as const,
  name: "Болд",
});

describe("opening a session", () => {
  test("gives a token of 32 random bytes, and keeps only its hash", async () => {
    const { as, visitor, ports } = world();
    const schoolId = systemIds.next("school");
    const actor = pupilOf(schoolId);
    const { token } = await openSession(as(visitor), { actor, device: "Mozilla/5.0 (Android) Firefox/140.0" });
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { items } = await ports.sessions.listOf({ tenant: schoolId, accountId: actor.studentId });
    expect(items.map(({ label }) => label)).toEqual(["Firefox · Android"]);
    expect(JSON.stringify(items)).not.toContain(token);
    // What a stolen table holds opens nothing.
    expect(await resolveSession(as(visitor), items[0]?.tokenHash ?? "")).toBeUndefined();
  });

  test("keeps nothing of the user agent but its label", async () => {
    const { as, visitor, ports } = world();
    const schoolId = systemIds.next("school");
    const actor = pupilOf(schoolId);
    await openSession(as(visitor), { actor, device: "Mozilla/5.0 (Android 14; SM-A155F) Firefox/140.0" });
    const stored = await ports.sessions.listOf({ tenant: schoolId, accountId: actor.studentId });
    expect(JSON.stringify(stored)).not.toContain("SM-A155F");
  });

  test("twice gives two tokens and two sessions", async () => {
    const { as, visitor } = world();
    const actor = pupilOf(systemIds.next("school"));
    const [first, second] = await Promise.all([1, 2].map(() => openSession(as(visitor), { actor, device: "" })));
    expect(first?.token).not.toBe(second?.token);
    expect(first?.actor.sessionId).not.toBe(second?.actor.sessionId);
  });

  test.each([
    ["a pupil", pupilOf(systemIds.next("school")), 180],
    ["national staff", { role: "ministry", staffId: systemIds.next("staff"), name: "Дулам" }, 7],
  ] satisfies (readonly [string, ActorSeed, number])[])(
    "tells the longest that %s may stay",
    async (_who, actor, days) => {
      const { as, visitor, clock } = world();
      const { expiresAtMs } = await openSession(as(visitor), { actor, device: "" });
      expect(expiresAtMs).toBe(clock.nowMs() + days * dayMs);
    },
  );
});
