import { describe, expect, test } from "vitest";
import { cardOf, schoolWorld, type SchoolWorld, wrongPinFor } from "../../../../tests/support/school-world.ts";
import { drawClassCode } from "./codes/class-code.ts";
import { findClassByCode, signInWithPin } from "./index.ts";

const limited = { kind: "limited", code: "school.too-many-guesses" };

const find = ({ as, visitor }: SchoolWorld, code: string) => findClassByCode(as(visitor), { code });

/** Some at a time: a browser's worth of connections, as one address has. */
async function together(times: number, act: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < times; done += 20) {
    await Promise.allSettled(Array.from({ length: Math.min(20, times - done) }, act));
  }
}

const guess = (place: SchoolWorld, times: number) => together(times, () => find(place, drawClassCode()));

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
    let found = 0;
    await together(150, async () => {
      await find(place, place.classroom.code);
      found += 1;
    });
    expect(found).toBe(150);
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
