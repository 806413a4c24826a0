import { describe, expect, test } from "vitest";
import { cardOf, schoolWorld, type SchoolWorld, wrongPinFor } from "../../../../tests/support/school-world.ts";
import { drawClassCode } from "./class-code.ts";
import { findClassByCode, renewClassCode, signInWithPin } from "./index.ts";

const limited = { kind: "limited", code: "school.too-many-guesses" };

const find = ({ as, visitor }: SchoolWorld, code: string) => findClassByCode(as(visitor), { code });

async function guess(place: SchoolWorld, times: number): Promise<void> {
  const guesses = Array.from({ length: times }, () => find(place, drawClassCode()).catch((error: unknown) => error));
  await Promise.all(guesses);
}

describe("a class code", () => {
  test("shows the class and the names to pick from, and nothing more", async () => {
    const place = await schoolWorld(["Дорж Сараа", "Батбаяр Болд"]);
    const shown = await find(place, place.classroom.code);
    expect(shown).toEqual({
      classroomId: place.classroom.classroomId,
      schoolName: "Туршилтын сургууль",
      className: "8А",
      grade: 8,
      pupils: [
        { studentId: cardOf(place.cards, "Болд Б.").studentId, name: "Болд Б." },
        { studentId: cardOf(place.cards, "Сараа Д.").studentId, name: "Сараа Д." },
      ],
    });
  });

  test("that no class has, or that is none, is not found", async () => {
    const place = await schoolWorld();
    for (const code of [drawClassCode(), "ACE", "", "🙂"]) {
      await expect(find(place, code)).rejects.toMatchObject({ kind: "not-found", code: "school.no-such-class" });
    }
  });

  test("that was renewed opens nothing, and the new one opens the class", async () => {
    const place = await schoolWorld();
    const renewed = await renewClassCode(place.as(place.teacher), { classroomId: place.classroom.classroomId });
    await expect(find(place, place.classroom.code)).rejects.toMatchObject({ code: "school.no-such-class" });
    expect((await find(place, renewed.code)).className).toBe("8А");
  });
});

describe("guessing codes", () => {
  test("is stopped after a hundred misses in a minute, whether the next guess would hit or miss", async () => {
    const place = await schoolWorld();
    place.clock.advance(60_000 - (place.clock.nowMs() % 60_000));
    await guess(place, 100);
    await expect(find(place, drawClassCode())).rejects.toMatchObject({ ...limited, details: { retryAfterS: 60 } });
    await expect(find(place, place.classroom.code)).rejects.toMatchObject(limited);
    place.clock.advance(60_000);
    expect((await find(place, place.classroom.code)).className).toBe("8А");
  });

  test("does not count right codes: a whole school behind one address gets in", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    const many = await Promise.all(Array.from({ length: 150 }, () => find(place, place.classroom.code)));
    expect(many).toHaveLength(150);
    await guess(place, 30);
    expect((await find(place, place.classroom.code)).pupils).toHaveLength(1);
  });

  test("from one address does not lock out another", async () => {
    const place = await schoolWorld();
    await guess(place, 120);
    const elsewhere = { ...place, visitor: { ...place.visitor, origin: `${place.visitor.origin}-2` } };
    expect((await find(elsewhere, place.classroom.code)).className).toBe("8А");
  });

  test("counts wrong PINs too, and then not even the right one is looked at", async () => {
    const place = await schoolWorld(["Батбаяр Болд"]);
    place.clock.advance(60_000 - (place.clock.nowMs() % 60_000));
    const card = cardOf(place.cards, "Болд Б.");
    const input = { code: card.code, studentId: card.studentId };
    await guess(place, 99);
    await signInWithPin(place.as(place.visitor), { ...input, pin: wrongPinFor(card) });
    await expect(signInWithPin(place.as(place.visitor), { ...input, pin: card.pin })).rejects.toMatchObject(limited);
  });
});
