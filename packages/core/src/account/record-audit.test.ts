import { describe, expect, test } from "vitest";
import { world } from "../../../../tests/support/school-world.ts";
import { dayInUlaanbaatar, type SchoolId, systemActor, systemIds, type Teacher } from "../kernel/index.ts";
import { recordAudit } from "./index.ts";

const teacherOf = (schoolId: SchoolId): Teacher => ({
  role: "teacher",
  sessionId: systemIds.next("session"),
  staffId: systemIds.next("staff"),
  schoolId,
  name: "Дулам",
});

describe("the audit trail", () => {
  test("is read by day, oldest first, and by account, newest first", async () => {
    const place = world();
    const schoolId = systemIds.next("school");
    const actor = teacherOf(schoolId);
    for (const action of ["pin.reset", "cards.issued"] as const) {
      await recordAudit(place.as(actor), { action, subject: "cls_1", details: { grade: 8 } });
    }
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const byDay = await place.ports.audit.byDay({ tenant: schoolId, day });
    const byAccount = await place.ports.audit.byAccount({ tenant: schoolId, accountId: actor.staffId });
    expect(byDay.items.map(({ action }) => action)).toEqual(["pin.reset", "cards.issued"]);
    expect(byAccount.items.map(({ action }) => action)).toEqual(["cards.issued", "pin.reset"]);
    expect(byDay.items[0]).toMatchObject({ role: "teacher", subject: "cls_1", details: { grade: 8 }, day });
  });

  test("keeps days of Ulaanbaatar apart", async () => {
    const place = world();
    const schoolId = systemIds.next("school");
    const actor = teacherOf(schoolId);
    const today = dayInUlaanbaatar(place.clock.nowMs());
    await recordAudit(place.as(actor), { action: "pin.reset", subject: "stu_1" });
    place.clock.advance(24 * 3_600_000);
    await recordAudit(place.as(actor), { action: "cards.issued", subject: "cls_1" });
    const { items } = await place.ports.audit.byDay({ tenant: schoolId, day: today });
    expect(items.map(({ action }) => action)).toEqual(["pin.reset"]);
  });

  test("of one school is not another's", async () => {
    const place = world();
    const schoolId = systemIds.next("school");
    const actor = teacherOf(schoolId);
    await recordAudit(place.as(actor), { action: "pin.reset", subject: "stu_1" });
    const other = await place.ports.audit.byAccount({ tenant: systemIds.next("school"), accountId: actor.staffId });
    expect(other.items).toEqual([]);
  });

  test("keeps what the product or a nameless visitor did in a school with that school", async () => {
    const place = world();
    const schoolId = systemIds.next("school");
    await recordAudit(place.as(systemActor), { action: "school.opened", subject: schoolId, schoolId });
    await recordAudit(place.as(place.visitor), { action: "pupil.locked", subject: "stu_1", schoolId });
    const { items } = await place.ports.audit.byDay({ tenant: schoolId, day: dayInUlaanbaatar(place.clock.nowMs()) });
    expect(items.map(({ role, accountId }) => [role, accountId])).toEqual([
      ["system", "system"],
      ["anonymous", "stu_1"],
    ]);
  });
});
