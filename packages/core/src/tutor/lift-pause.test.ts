import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { dayInUlaanbaatar } from "../kernel/index.ts";
import { liftPause, pausePupil } from "./index.ts";

const reason = "Ярилцаад тохирсон";

describe("lifting a pause", () => {
  test.each(["15", "lifted"] as const)("ends «%s», forgets the points and is written down", async (length) => {
    const place = await classWorld();
    const ctx = place.as(place.teacher);
    await pausePupil(ctx, { ...place.about(), length, reason: "Шалтгаан" });
    await liftPause(ctx, { ...place.about(), reason });
    const standing = await place.standings.get(place.pupil());
    expect(standing).toEqual({ points: 0, pointsAtMs: place.clock.nowMs(), version: 2 });
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const { items } = await place.ports.audit.byDay({ tenant: place.school.schoolId, day });
    expect(items.find(({ action }) => action === "pupil.chat-pause-lifted")).toMatchObject({ details: { reason } });
  });

  test("of a pupil who is not held back is a conflict", async () => {
    const place = await classWorld();
    const lifting = () => liftPause(place.as(place.teacher), { ...place.about(), reason });
    await expect(lifting()).rejects.toMatchObject({ kind: "conflict", code: "tutor.not-paused" });
    await pausePupil(place.as(place.teacher), { ...place.about(), length: "15", reason });
    place.clock.advance(15 * 60_000);
    await expect(lifting()).rejects.toMatchObject({ code: "tutor.not-paused" });
  });

  test("needs a reason", async () => {
    const place = await classWorld();
    await expect(liftPause(place.as(place.teacher), { ...place.about(), reason: " " })).rejects.toMatchObject({
      kind: "invalid",
    });
  });

  test("is nobody else's to do, and the pause stays", async () => {
    const place = await classWorld();
    await pausePupil(place.as(place.teacher), { ...place.about(), length: "lifted", reason });
    const before = await place.standings.get(place.pupil());
    for (const [who, actor, refusal] of await classStrangers(place)) {
      const lifted = liftPause(place.as(actor as never), { ...place.about(), reason });
      await expect(lifted, who).rejects.toMatchObject(refusal);
    }
    expect(await place.standings.get(place.pupil())).toEqual(before);
  });

  test("two at once: one lifts, the other finds nothing to lift", async () => {
    const place = await classWorld();
    await pausePupil(place.as(place.teacher), { ...place.about(), length: "lifted", reason });
    const both = [place.teacher, place.admin].map((who) => liftPause(place.as(who), { ...place.about(), reason }));
    const ended = await Promise.allSettled(both);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
