import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingsOf } from "./readings-of.ts";

describe("readingsOf", () => {
  it.each([
    ["fotosintez gej yu ve", "фотосинтэз гэж юу вэ"],
    ["bi oilgohgui bn", "би оилгохгуи байна"],
    ["kvadrat tegshitgel", "квадрат тэгшитгэл"],
    ["Pifagoriin teorem", "пифагориин тэорэм"],
    ["navch yagaad nogoon bdag we", "навч яагаад ногоон байдаг вэ"],
    ["pH gej yu we", "ph гэж юу вэ"],
    ["Фотосинтез гж юу вэ?", "фотосинтез гэж юу вэ?"],
    ["vндсэн єєрчлєлт", "ундсэн оорчлолт"],
  ])("reads %j first as %j", (typed, reading) => {
    expect(readingsOf(typed)[0]).toBe(reading);
  });

  it("leaves Latin words inside Cyrillic text alone", () => {
    expect(readingsOf("Newton ба DNA хоёрын тухай")).toEqual(["newton ба dna хоерын тухай"]);
  });

  it("offers the other readings of ambiguous letters, likeliest first", () => {
    expect(readingsOf("Khuvsgul")).toContain("ховсгол");
    expect(readingsOf("hvn yndsen")[0]).toBe("хун ундсэн");
    expect(readingsOf("celsius").some((reading) => reading.startsWith("сэлс"))).toBe(true);
  });

  it("gives each reading once and no more than asked for", () => {
    const readings = readingsOf("Khuvsgul nuuriin us", 3);
    expect(readings).toHaveLength(3);
    expect(new Set(readings).size).toBe(3);
  });

  it("takes any text of a thousand characters, in bounded time and length", () => {
    const hostile = ["u".repeat(1_000), "uc".repeat(500), "vy ".repeat(333), "'".repeat(1_000), "ts".repeat(500)];
    const unit = fc.constantFrom(...Array.from("aucvyxtsqkhND'’ үөvє1-\u0301\u{1F600}"));
    const text = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: "binary", maxLength: 1_000 }),
      fc.string({ unit, maxLength: 1_000 }),
    );
    fc.assert(
      fc.property(text, (each) => {
        const start = performance.now();
        const readings = readingsOf(each);
        expect(performance.now() - start).toBeLessThan(1_000);
        expect(readings.length).toBeGreaterThanOrEqual(1);
        expect(readings.length).toBeLessThanOrEqual(6);
        for (const reading of readings) expect(reading.length).toBeLessThanOrEqual(8 * each.length + 8);
      }),
      { numRuns: 200 },
    );
  });
});
