import { describe, expect, test } from "vitest";
import { cardOf, schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { resolveSession } from "../account/index.ts";
import { dayInUlaanbaatar } from "../kernel/index.ts";
import { issuePinCards, signInWithPin, withdrawPupil } from "./index.ts";
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

describe("issuing cards for a class", () => {
  test("gives every pupil a new PIN and ends every session", async () => {
    const place = await twoPupils();
    const cards = await issuePinCards(place.as(place.teacher), { classroomId: place.classroom.classroomId });
    expect(cards.map(({ name }) => name)).toEqual(["Болд Б.", "Сараа Д."]);
    expect(await alive(place)).toEqual([false, false]);
    for (const card of cards) expect(await signIn(place, card)).toBeDefined();
    expect((await actions(place)).map(([action]) => action)).toContain("cards.issued");
  });

  test("leaves out who has left", async () => {
    const place = await twoPupils();
    const { classroomId } = place.classroom;
    await withdrawPupil(place.as(place.teacher), { classroomId, studentId: place.bold.studentId });
    expect(await alive(place)).toEqual([false, true]);
    const cards = await issuePinCards(place.as(place.teacher), { classroomId });
    expect(cards.map(({ name }) => name)).toEqual(["Сараа Д."]);
  });
});
