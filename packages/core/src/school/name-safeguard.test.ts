import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { systemIds, type TableHandle } from "../kernel/index.ts";
import { confirmSafeguard, nameSafeguard, readSafeguard } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("naming a school's safeguarding person", () => {
  test("lets a confirmed one stay until the successor confirms", async () => {
    const place = await flagWorld(table);
    const admin = place.as(place.admin);
    await nameSafeguard(admin, { staffId: place.teacher.staffId, deputyId: place.deputy.staffId });
    expect(await readSafeguard(admin)).toMatchObject({
      safeguard: { staffId: place.safeguard.staffId },
      nominee: { staffId: place.teacher.staffId },
      confirmedAtMs: expect.any(Number) as number,
    });
    await confirmSafeguard(place.as(place.teacher));
    const after = await readSafeguard(admin);
    expect(after).toMatchObject({ safeguard: { staffId: place.teacher.staffId }, confirmedAtMs: place.clock.nowMs() });
    expect(after).not.toHaveProperty("nominee");
    expect(await place.audited()).toEqual(expect.arrayContaining(["safeguard.named", "safeguard.confirmed"]));
  });

  test("takes one who has left out at once: the new one must confirm", async () => {
    const place = await flagWorld(table);
    await place.ports.staff.setDisabled({ subject: place.safeguard.staffId, disabled: true });
    await nameSafeguard(place.as(place.admin), { staffId: place.teacher.staffId });
    const view = await readSafeguard(place.as(place.teacher));
    expect(view).toMatchObject({ safeguard: { staffId: place.teacher.staffId }, you: "to-confirm" });
    expect(view).not.toHaveProperty("confirmedAtMs");
  });

  test("may change the deputy alone, without a new confirmation", async () => {
    const place = await flagWorld(table);
    const admin = place.as(place.admin);
    const { staffId } = place.safeguard;
    await nameSafeguard(admin, { staffId, deputyId: place.teacher.staffId });
    const { confirmedAtMs, deputy } = await readSafeguard(admin);
    expect([confirmedAtMs, deputy?.staffId]).toEqual([place.clock.nowMs(), place.teacher.staffId]);
    await nameSafeguard(admin, { staffId });
    expect(await readSafeguard(admin)).not.toHaveProperty("deputy");
  });

  test("is for the school's administrators and the platform's", async () => {
    const place = await flagWorld(table);
    const { schoolId } = place;
    const { staffId } = place.teacher;
    await nameSafeguard(place.as(place.platformAdmin), { schoolId, staffId });
    expect(await readSafeguard(place.as(place.admin))).toMatchObject({ nominee: { staffId } });
  });

  test("takes staff of the school only, and two people", async () => {
    const place = await flagWorld(table);
    const elsewhere = await flagWorld(table);
    const admin = place.as(place.admin);
    for (const staffId of [elsewhere.teacher.staffId, systemIds.next("staff")]) {
      await expect(nameSafeguard(admin, { staffId })).rejects.toMatchObject({ code: "school.no-such-staff" });
    }
    const { staffId } = place.teacher;
    const twice = nameSafeguard(admin, { staffId, deputyId: staffId });
    await expect(twice).rejects.toMatchObject({ code: "school.deputy-is-safeguard" });
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const place = await flagWorld(table);
    const elsewhere = await flagWorld(table);
    const { schoolId } = place;
    const { staffId } = place.teacher;
    const missing = nameSafeguard(place.as(elsewhere.admin), { schoolId, staffId });
    await expect(missing).rejects.toMatchObject({ kind: "not-found", code: "school.no-such-school" });
    for (const actor of [place.teacher, place.safeguard, place.pupil]) {
      const trying = nameSafeguard(place.as(actor) as never, { staffId });
      await expect(trying).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await readSafeguard(place.as(place.admin))).toMatchObject({ safeguard: { name: "Дулам" } });
  });
});
