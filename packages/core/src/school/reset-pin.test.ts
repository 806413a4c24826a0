import { describe, expect, test } from "vitest";
import { cardOf, schoolWorld, type SchoolWorld, wrongPinFor } from "../../../../tests/support/school-world.ts";
import { resolveSession } from "../account/index.ts";
import { dayInUlaanbaatar, systemIds } from "../kernel/index.ts";
import { readClassroom, resetPin, signInWithPin } from "./index.ts";
import type { PinCard } from "./schema.ts";

async function signIn({ as, visitor }: SchoolWorld, { code, studentId, pin }: PinCard): Promise<string | undefined> {
  const result = await signInWithPin(as(visitor), { code, studentId, pin });
  return result.kind === "signed-in" ? result.token : undefined;
}

async function twoPupils() {
  const place = await schoolWorld(["Батбаяр Болд", "Дорж Сараа"]);
  const bold = cardOf(place.cards, "Болд Б.");
  const saraa = cardOf(place.cards, "Сараа Д.");
  return { ...place, bold, saraa, tokens: [await signIn(place, bold), await signIn(place, saraa)] };
}
type TwoPupils = Awaited<ReturnType<typeof twoPupils>>;

const alive = ({ as, visitor, tokens }: TwoPupils) =>
  Promise.all(tokens.map(async (token) => (await resolveSession(as(visitor), token ?? "")) !== undefined));
const actions = async ({ ports, school, clock }: TwoPupils) =>
  (await ports.audit.byDay({ tenant: school.schoolId, day: dayInUlaanbaatar(clock.nowMs()) })).items
    .map(({ action, role, subject }) => [action, role, subject])
    .slice(2);

describe("resetting a PIN", () => {
  test("ends the old PIN and its sessions; the neighbour notices nothing", async () => {
    const place = await twoPupils();
    const { classroomId } = place.classroom;
    const card = await resetPin(place.as(place.teacher), { classroomId, studentId: place.bold.studentId });
    expect(card).toEqual({ ...place.bold, pin: card.pin });
    expect(await alive(place)).toEqual([false, true]);
    if (card.pin !== place.bold.pin) expect(await signIn(place, place.bold)).toBeUndefined();
    expect(await signIn(place, card)).toBeDefined();
    expect(await signIn(place, place.saraa)).toBeDefined();
  });

  test("is written into the audit trail under the teacher", async () => {
    const place = await twoPupils();
    const { classroomId } = place.classroom;
    await resetPin(place.as(place.teacher), { classroomId, studentId: place.bold.studentId });
    expect((await actions(place)).at(-1)).toEqual(["pin.reset", "teacher", place.bold.studentId]);
  });

  test("of a pupil who is not in the class is not found", async () => {
    const place = await twoPupils();
    const elsewhere = await schoolWorld(["Батбаяр Болд"]);
    const { classroomId } = place.classroom;
    for (const studentId of [systemIds.next("student"), elsewhere.cards[0]?.studentId ?? ""]) {
      await expect(resetPin(place.as(place.teacher), { classroomId, studentId })).rejects.toMatchObject({
        kind: "not-found",
        code: "school.no-such-pupil",
      });
    }
    const [theirs] = elsewhere.cards;
    expect(theirs && (await signIn(elsewhere, theirs))).toBeDefined();
  });

  test("shows in the roster who is locked, until the new PIN", async () => {
    const place = await twoPupils();
    const { code, studentId } = place.bold;
    for (let step = 1; step <= 5; step += 1) {
      await signInWithPin(place.as(place.visitor), { code, studentId, pin: wrongPinFor(place.bold, step) });
    }
    const { classroomId } = place.classroom;
    const locks = async () =>
      (await readClassroom(place.as(place.teacher), { classroomId })).pupils.items.map(({ lockedForS }) => lockedForS);
    expect(await locks()).toEqual([900, undefined]);
    await resetPin(place.as(place.teacher), { classroomId, studentId });
    expect(await locks()).toEqual([undefined, undefined]);
  });
});
