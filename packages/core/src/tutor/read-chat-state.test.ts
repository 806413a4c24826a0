import { describe, expect, test } from "vitest";
import { classWorld } from "../../../../tests/support/class-world.ts";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { dayInUlaanbaatar, DomainError } from "../kernel/index.ts";
import { switchAi } from "../school/index.ts";
import { extendDay, pausePupil, readChatState } from "./index.ts";

describe("what a pupil's page shows", () => {
  test("a pupil who has not asked anything today", async () => {
    const place = await classWorld();
    expect(await readChatState(place.as(place.pupil()))).toEqual({
      access: "open",
      standing: { kind: "active" },
      today: { questions: 0, questionLimit: 50, activeMinutes: 0, minuteLimit: 90 },
      spent: false,
      slots: [],
    });
  });

  test("a day whose questions or time are used up is spent, until a teacher gives more", async () => {
    const place = await classWorld();
    const ctx = place.as(place.pupil());
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const allow = (questionLimit: number, slotLimit: number) =>
      place.chatDays.extend(place.pupil(), { day, questionLimit, slotLimit, nowMs: place.clock.nowMs() });
    await allow(0, 10);
    expect((await readChatState(ctx)).spent).toBe(true);
    await allow(50, 0);
    expect((await readChatState(ctx)).spent).toBe(true);
    await extendDay(place.as(place.teacher), { ...place.about(), minutes: 30, reason: "Шалгалт" });
    expect((await readChatState(ctx)).spent).toBe(false);
  });

  test("a pause until its end, without the teacher's reason", async () => {
    const place = await classWorld();
    await pausePupil(place.as(place.teacher), { ...place.about(), length: "15", reason: "Нууц шалтгаан" });
    const state = await readChatState(place.as(place.pupil()));
    expect(state.standing).toEqual({ kind: "paused", untilMs: place.clock.nowMs() + 900_000, by: "teacher" });
    expect(JSON.stringify(state)).not.toContain("Нууц");
    expect((await readChatState(place.as(place.pupil(1)))).standing).toEqual({ kind: "active" });
    place.clock.advance(900_000);
    expect((await readChatState(place.as(place.pupil()))).standing).toEqual({ kind: "active" });
  });

  test("AI that is switched off rests", async () => {
    const place = await classWorld();
    await switchAi(place.as(place.admin), { scope: "school", on: false, reason: "Шалгалт" });
    expect((await readChatState(place.as(place.pupil()))).access).toBe("resting");
  });

  test("a school without a person for safeguarding is not set up", async () => {
    const place = await classWorld();
    expect((await readChatState(place.as(tutorActor()))).access).toBe("not-set-up");
  });

  test("what nobody can know is not open", async () => {
    const place = await classWorld();
    const down = { access: () => Promise.reject(new DomainError("unavailable", "school.access-unknown")) };
    expect((await readChatState({ ...place.as(place.pupil()), chatGate: down })).access).toBe("resting");
  });

  test("is a pupil's own", async () => {
    const place = await classWorld();
    await expect(readChatState(place.as(place.teacher as never))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
