import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import type { TableHandle } from "../kernel/index.ts";
import { confirmSafeguard, nameSafeguard, readSafeguard } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("confirming the safeguarding duty", () => {
  test("is for the named person, and twice is once", async () => {
    const place = await flagWorld(table);
    await nameSafeguard(place.as(place.admin), { staffId: place.teacher.staffId });
    expect((await readSafeguard(place.as(place.teacher))).you).toBe("to-confirm");
    await confirmSafeguard(place.as(place.teacher));
    await confirmSafeguard(place.as(place.teacher));
    expect((await readSafeguard(place.as(place.teacher))).you).toBe("safeguard");
    expect((await place.audited()).filter((action) => action === "safeguard.confirmed")).toHaveLength(1);
  });

  test("is refused to everybody who is not named, and changes nothing", async () => {
    const place = await flagWorld(table);
    const elsewhere = await flagWorld(table);
    await nameSafeguard(place.as(place.admin), { staffId: place.teacher.staffId });
    for (const actor of [place.deputy, place.admin, elsewhere.teacher, place.pupil]) {
      await expect(confirmSafeguard(place.as(actor) as never)).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(await readSafeguard(place.as(place.admin))).toMatchObject({
      safeguard: { staffId: place.safeguard.staffId },
      nominee: { staffId: place.teacher.staffId },
    });
  });
});
