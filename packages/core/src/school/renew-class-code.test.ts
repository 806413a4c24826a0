import { describe, expect, test } from "vitest";
import { schoolWorld, type SchoolWorld } from "../../../../tests/support/school-world.ts";
import { findClassByCode, renewClassCode, signInWithPin } from "./index.ts";
import { systemDraw } from "./secret-draw.ts";

const renew = (place: SchoolWorld) =>
  renewClassCode(place.as(place.teacher), { classroomId: place.classroom.classroomId });
const find = ({ as, visitor }: SchoolWorld, code: string) => findClassByCode(as(visitor), { code });

describe("a class code", () => {
  test("that was renewed opens nothing, and the new one opens the class", async () => {
    const place = await schoolWorld();
    const renewed = await renewClassCode(place.as(place.teacher), { classroomId: place.classroom.classroomId });
    await expect(find(place, place.classroom.code)).rejects.toMatchObject({ code: "school.no-such-class" });
    expect((await find(place, renewed.code)).className).toBe("8А");
  });

  test("is renewed without touching the PINs", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const { code } = await renew(place);
    const [{ studentId, pin } = { studentId: "", pin: "" }] = place.cards;
    expect((await signInWithPin(place.as(place.visitor), { code, studentId, pin })).kind).toBe("signed-in");
  });

  test("that is taken is drawn again", async () => {
    const place = await schoolWorld();
    const other = await schoolWorld();
    const codes = [other.classroom.code];
    const draw = { ...systemDraw, classCode: () => codes.pop() ?? systemDraw.classCode() };
    const renewed = await renewClassCode({ ...place.as(place.teacher), draw }, place.classroom);
    expect(renewed.code).not.toBe(other.classroom.code);
    expect((await find(place, other.classroom.code)).classroomId).toBe(other.classroom.classroomId);
  });

  test("renewed twice at the same moment is one that opens the class", async () => {
    const place = await schoolWorld();
    const outcomes = await Promise.allSettled([renew(place), renew(place)]);
    const codes = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.code] : []));
    expect((await find(place, codes.at(-1) ?? "")).classroomId).toBe(place.classroom.classroomId);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "school.code-changed" });
    }
    await expect(find(place, place.classroom.code)).rejects.toMatchObject({ code: "school.no-such-class" });
  });
});
