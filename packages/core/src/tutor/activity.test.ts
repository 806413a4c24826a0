import { describe, expect, test } from "vitest";
import { isNightInUlaanbaatar } from "../kernel/index.ts";
import { activityOf, protractedUse, slotOf } from "./activity.ts";

const at = (time: string) => Date.parse(`2026-11-21T${time}+08:00`);
const steps = (...times: string[]) => times.map((time) => slotOf(at(`${time}:00`)));

test.each([
  ["00:00:00", 0],
  ["00:04:59", 0],
  ["08:00:00", 96],
  ["23:59:59", 287],
])("%s in Ulaanbaatar is step %i", (time, slot) => {
  expect(slotOf(at(time))).toBe(slot);
});

test.each([
  ["21:59:59", false],
  ["22:00:00", true],
  ["05:59:59", true],
  ["06:00:00", false],
])("%s is late: %s", (time, late) => {
  expect(isNightInUlaanbaatar(at(time))).toBe(late);
});

describe("a day's use", () => {
  test("is nothing where nothing was asked", () => {
    expect(activityOf([], at("10:00:00"))).toEqual({ activeMinutes: 0, runMinutes: 0, nightMinutes: 0 });
  });

  test("counts a step once, however much was asked in it", () => {
    expect(activityOf(steps("10:00", "10:01", "10:04"), at("10:04:00")).activeMinutes).toBe(5);
  });

  test("runs on over a short pause and ends with a break of ten minutes", () => {
    const slots = steps("09:00", "10:00", "10:05", "10:15", "10:20");
    expect(activityOf(slots, at("10:24:00")).runMinutes).toBe(25);
    expect(activityOf(slots, at("10:34:00")).runMinutes).toBe(35);
    expect(activityOf(slots, at("10:35:00")).runMinutes).toBe(0);
  });

  test("takes no notice of steps that are still to come", () => {
    expect(activityOf(steps("10:00", "12:00"), at("10:01:00")).runMinutes).toBe(5);
  });

  test("says how much of it was at night", () => {
    expect(activityOf(steps("05:00", "21:50", "22:05", "22:10"), at("22:12:00")).nightMinutes).toBe(15);
  });
});

describe("protracted use", () => {
  test.each([
    ["a lesson", { activeMinutes: 30, runMinutes: 30, nightMinutes: 0 }, []],
    ["an hour without a break", { activeMinutes: 60, runMinutes: 60, nightMinutes: 0 }, ["long-run"]],
    ["half an hour at night", { activeMinutes: 30, runMinutes: 30, nightMinutes: 30 }, ["night"]],
    ["the whole of the day's time", { activeMinutes: 90, runMinutes: 0, nightMinutes: 0 }, ["whole-day"]],
  ])("%s", (_, activity, reasons) => {
    expect(protractedUse(activity, 90)).toEqual(reasons);
  });
});
