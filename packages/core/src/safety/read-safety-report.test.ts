import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import type { TableHandle } from "../kernel/index.ts";
import { acknowledgeFlag, markFalseAlarm, readSafetyReport } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("the safety report", () => {
  test("counts by week and kind, and says how soon people looked", async () => {
    const place = await flagWorld(table);
    const ctx = place.as(place.safeguard);
    const first = await place.raise();
    place.clock.advance(5 * 60_000);
    await acknowledgeFlag(ctx, first);
    const late = await place.raise();
    place.clock.advance(25 * 60_000);
    await acknowledgeFlag(place.as(place.admin), late);
    const nothing = await place.raise({ kind: "violence", severity: "high" });
    place.clock.advance(10 * 60_000);
    await markFalseAlarm(ctx, { ...nothing, reason: "Түүхийн хичээл" });
    await place.raise({ kind: "distress" });
    place.clock.advance(60 * 60_000);

    expect(await readSafetyReport(ctx, { weeks: 2 })).toEqual({
      weeks: [
        { monday: "2026-11-16", total: 0, byKind: {} },
        { monday: "2026-11-23", total: 4, byKind: { "self-harm": 2, violence: 1, distress: 1 } },
      ],
      total: 4,
      waiting: 1,
      overdue: 1,
      falseAlarms: 1,
      answered: 3,
      medianResponseMs: 10 * 60_000,
      withinDeadline: 0.5,
      bySeverity: { urgent: 3, high: 1, normal: 0 },
    });
  });

  test("holds neither names nor words of a chat, and gives the platform a school's counts", async () => {
    const place = await flagWorld(table);
    await place.raise();
    const report = await readSafetyReport(place.as(place.platformAdmin), { schoolId: place.schoolId });
    expect(report.total).toBe(1);
    expect(JSON.stringify(report)).not.toMatch(/Болд|хэцүү|stu_/u);
  });

  test("is refused to others, and another school looks missing", async () => {
    const place = await flagWorld(table);
    const elsewhere = await flagWorld(table);
    const others = readSafetyReport(place.as(elsewhere.admin), { schoolId: place.schoolId });
    await expect(others).rejects.toMatchObject({ kind: "not-found" });
    for (const actor of [place.teacher, place.pupil]) {
      await expect(readSafetyReport(place.as(actor) as never)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });
});
