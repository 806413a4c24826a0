import { describe, expect, test } from "vitest";
import { cardOf, schoolWorld, type SchoolWorld, world, wrongPinFor } from "../../../../tests/support/school-world.ts";
import { resolveSession } from "../account/index.ts";
import { dayInUlaanbaatar, systemIds } from "../kernel/index.ts";
import { readClassroom, renewClassCode, resetPin, signInWithPin, withdrawPupil } from "./index.ts";
import type { PinCard } from "./schema.ts";

const minuteMs = 60_000;

function attempt({ as, visitor }: SchoolWorld, card: PinCard, pin: string = card.pin) {
  return signInWithPin(as(visitor), { code: card.code, studentId: card.studentId, pin, device: "" });
}

async function lockedOut(names = ["Батбаяр Болд"]): Promise<SchoolWorld & { readonly card: PinCard }> {
  const place = await schoolWorld(names);
  const card = cardOf(place.cards, "Болд Б.");
  for (let step = 1; step <= 5; step += 1) await attempt(place, card, wrongPinFor(card, step));
  return { ...place, card };
}

describe("a pupil signs in with class code, name and PIN", () => {
  test("the right PIN opens a session that knows school, class, grade and given name", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    const result = await attempt(place, card);
    if (result.kind !== "signed-in") throw new Error(result.kind);
    const { schoolId } = place.school;
    const { classroomId } = place.classroom;
    const expected = { role: "student", schoolId, classroomId, studentId: card.studentId, grade: 8, name: "Болд" };
    expect(result.actor).toMatchObject(expected);
    expect(await resolveSession(place.as(place.visitor), result.token)).toEqual(result.actor);
    expect(result.expiresAtMs).toBeGreaterThan(place.clock.nowMs());
  });

  test("the code may be typed in small letters, with a dash, in Cyrillic", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    const typed = `${card.code.slice(0, 3)}-${card.code.slice(3)}`.toLowerCase();
    expect((await attempt(place, { ...card, code: typed })).kind).toBe("signed-in");
  });

  test("a wrong PIN says how many tries are left, and a right one forgets the wrong ones", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    expect(await attempt(place, card, wrongPinFor(card))).toEqual({ kind: "wrong-pin", triesLeft: 4 });
    expect(await attempt(place, card, wrongPinFor(card))).toEqual({ kind: "wrong-pin", triesLeft: 3 });
    expect((await attempt(place, card)).kind).toBe("signed-in");
    expect(await attempt(place, card, wrongPinFor(card))).toEqual({ kind: "wrong-pin", triesLeft: 4 });
  });

  test("the sign-in is written into the audit trail, without the PIN", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    await attempt(place, card);
    const trail = await place.ports.audit.byAccount({ tenant: place.school.schoolId, accountId: card.studentId });
    expect(trail.items.map(({ action, role }) => [action, role])).toEqual([["pupil.signed-in", "student"]]);
    expect(JSON.stringify(trail)).not.toContain(card.pin);
  });
});

describe("five wrong PINs lock the sign-in", () => {
  test("the fifth says so, and then the right PIN is refused too", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    for (let step = 1; step <= 4; step += 1) await attempt(place, card, wrongPinFor(card, step));
    expect(await attempt(place, card, wrongPinFor(card, 5))).toEqual({ kind: "locked", retryAfterS: 900 });
    place.clock.advance(5 * minuteMs);
    expect(await attempt(place, card)).toEqual({ kind: "locked", retryAfterS: 600 });
  });

  test("locks grow: 15 minutes, an hour, four hours, and stay at four", async () => {
    const { card, ...place } = await lockedOut();
    for (const minutes of [60, 240, 240]) {
      place.clock.advance(241 * minuteMs);
      for (let step = 1; step <= 4; step += 1) {
        expect(await attempt(place, card, wrongPinFor(card, step))).toEqual({ kind: "wrong-pin", triesLeft: 5 - step });
      }
      expect(await attempt(place, card, wrongPinFor(card, 5))).toEqual({ kind: "locked", retryAfterS: minutes * 60 });
    }
  });

  test("after the lock the right PIN works and the next lock is short again", async () => {
    const { card, ...place } = await lockedOut();
    place.clock.advance(15 * minuteMs);
    expect((await attempt(place, card)).kind).toBe("signed-in");
    for (let step = 1; step <= 4; step += 1) await attempt(place, card, wrongPinFor(card, step));
    expect(await attempt(place, card, wrongPinFor(card, 5))).toEqual({ kind: "locked", retryAfterS: 900 });
  });

  test("twenty attempts at the same moment get five tries together", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, step) => attempt(place, card, wrongPinFor(card, step + 1))),
    );
    const looked = results.filter((result) => result.kind === "wrong-pin").map((result) => result.triesLeft);
    expect(looked.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    expect(results.filter(({ kind }) => kind === "locked")).toHaveLength(16);
    expect((await attempt(place, card)).kind).toBe("locked");
  });

  test("twenty attempts at the moment a lock ends get five tries together", async () => {
    const { card, ...place } = await lockedOut();
    place.clock.advance(15 * minuteMs);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, step) => attempt(place, card, wrongPinFor(card, step + 1))),
    );
    const looked = results.filter((result) => result.kind === "wrong-pin").map((result) => result.triesLeft);
    expect(looked.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });

  test("a lock is one pupil's: the neighbour signs in", async () => {
    const place = await lockedOut(["Батбаяр Болд", "Дорж Сараа"]);
    expect((await attempt(place, cardOf(place.cards, "Сараа Д."))).kind).toBe("signed-in");
  });

  test("a new PIN lifts the lock", async () => {
    const { card, ...place } = await lockedOut();
    const renewed = await resetPin(place.as(place.teacher), {
      classroomId: place.classroom.classroomId,
      studentId: card.studentId,
    });
    expect((await attempt(place, renewed)).kind).toBe("signed-in");
  });

  test("the lock is written into the school's audit trail once", async () => {
    const { card, ...place } = await lockedOut();
    await attempt(place, card);
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const { items } = await place.ports.audit.byDay({ tenant: place.school.schoolId, day });
    const locks = items.filter(({ action }) => action === "pupil.locked");
    expect(locks.map(({ subject, details }) => [subject, details])).toEqual([[card.studentId, { locks: 1 }]]);
  });
});

describe("forty wrong PINs in the life of a PIN lock it for good", () => {
  const forGood = { kind: "locked", retryAfterS: 4 * 3_600, needsNewPin: true };
  /** Misses whose PINs were wrong long ago: checking each takes its time. */
  async function missed(place: SchoolWorld, card: PinCard, count: number): Promise<void> {
    const key = { schoolId: place.school.schoolId, classroomId: place.classroom.classroomId };
    for (let step = 0; step < count; step += 1) {
      place.clock.advance(241 * minuteMs);
      await place.ports.pupils.takeTry({ ...key, studentId: card.studentId, nowMs: place.clock.nowMs() });
    }
    place.clock.advance(241 * minuteMs);
  }

  test("the fortieth says so, and neither waiting nor the right PIN opens it", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    await missed(place, card, 39);
    expect(await attempt(place, card, wrongPinFor(card))).toEqual(forGood);
    place.clock.advance(30 * 24 * 60 * minuteMs);
    expect(await attempt(place, card)).toEqual(forGood);
    const { classroomId } = place.classroom;
    const { pupils } = await readClassroom(place.as(place.teacher), { classroomId });
    expect(pupils.items).toMatchObject([{ lockedForS: 4 * 3_600, needsNewPin: true }]);
  });

  test("a right sign-in between them does not make them forgotten, and counts as none itself", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    await missed(place, card, 38);
    expect((await attempt(place, card)).kind).toBe("signed-in");
    expect((await attempt(place, card)).kind).toBe("signed-in");
    expect(await attempt(place, card, wrongPinFor(card))).toEqual({ kind: "wrong-pin", triesLeft: 4 });
    expect(await attempt(place, card, wrongPinFor(card, 2))).toEqual(forGood);
  });

  test("many attempts at the same moment get no more than what is left", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    await missed(place, card, 38);
    expect((await attempt(place, card)).kind).toBe("signed-in");
    const results = await Promise.all([1, 2, 3, 4, 5].map((step) => attempt(place, card, wrongPinFor(card, step))));
    expect(results.filter(({ kind }) => kind === "wrong-pin")).toHaveLength(1);
    expect(results.filter((result) => "needsNewPin" in result)).toHaveLength(4);
  });

  test("a new PIN of the teacher begins a new life", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    await missed(place, card, 40);
    expect(await attempt(place, card)).toEqual(forGood);
    const { classroomId } = place.classroom;
    const renewed = await resetPin(place.as(place.teacher), { classroomId, studentId: card.studentId });
    expect(await attempt(place, renewed, wrongPinFor(renewed))).toEqual({ kind: "wrong-pin", triesLeft: 4 });
    expect((await attempt(place, renewed)).kind).toBe("signed-in");
  });
});

describe("who can't sign in", () => {
  test("a pupil of another class, of another school, or nobody: the same answer, and no try used", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const elsewhere = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    const stranger = cardOf(elsewhere.cards, "Болд Б.");
    for (const studentId of [stranger.studentId, systemIds.next("student")]) {
      await expect(attempt(place, { ...card, studentId }, stranger.pin)).rejects.toMatchObject({
        kind: "not-found",
        code: "school.no-such-pupil",
      });
    }
    expect(await attempt(elsewhere, stranger, wrongPinFor(stranger))).toEqual({ kind: "wrong-pin", triesLeft: 4 });
  });

  test("a pupil who was withdrawn", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    const { classroomId } = place.classroom;
    await withdrawPupil(place.as(place.teacher), { classroomId, studentId: card.studentId });
    await expect(attempt(place, card)).rejects.toMatchObject({ code: "school.no-such-pupil" });
  });

  test("anybody with a code that was renewed", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    await renewClassCode(place.as(place.teacher), { classroomId: place.classroom.classroomId });
    await expect(attempt(place, card)).rejects.toMatchObject({ kind: "not-found", code: "school.no-such-class" });
  });

  test("somebody whose PIN was reset while it was being checked: no session is left behind", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const card = cardOf(place.cards, "Болд Б.");
    const key = {
      schoolId: place.school.schoolId,
      classroomId: place.classroom.classroomId,
      studentId: card.studentId,
    };
    const { sessions } = place.ports;
    const resetMeanwhile = {
      ...sessions,
      add: async (session: Parameters<typeof sessions.add>[0]) => {
        await place.ports.pupils.setPin({ ...key, pinHash: "scrypt$1$1$1$AA$AA" });
        await sessions.add(session);
      },
    };
    const ctx = { ...place.as(place.visitor), sessions: resetMeanwhile };
    const result = await signInWithPin(ctx, { code: card.code, studentId: card.studentId, pin: card.pin, device: "" });
    expect(result.kind).toBe("wrong-pin");
    const left = await sessions.listOf({ tenant: key.schoolId, accountId: card.studentId });
    expect(left.items).toEqual([]);
  });

  test.each(["12345", "12a4", "", "１２３４"])("the PIN %j is no PIN", async (pin) => {
    const { as, visitor } = world();
    const input = { code: "ABC", studentId: systemIds.next("student"), pin };
    await expect(signInWithPin(as(visitor), input)).rejects.toMatchObject({ kind: "invalid" });
  });
});
