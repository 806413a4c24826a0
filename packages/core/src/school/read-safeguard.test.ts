import { expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { readSafeguard } from "./index.ts";

test("all staff of a school may know who cares for its children, and what they are in it themselves", async () => {
  const place = await flagWorld(await ownTable());
  const parts = [];
  for (const actor of [place.safeguard, place.deputy, place.teacher, place.admin]) {
    const view = await readSafeguard(place.as(actor));
    expect(view.safeguard).toEqual({ staffId: place.safeguard.staffId, name: "Дулам", role: "teacher" });
    parts.push(view.you);
  }
  expect(parts).toEqual(["safeguard", "deputy", "nobody", "nobody"]);
});

test("another school looks missing, pupils are refused, and the platform says which school it means", async () => {
  const table = await ownTable();
  const place = await flagWorld(table);
  const elsewhere = await flagWorld(table);
  const { schoolId } = place;
  const others = readSafeguard(place.as(elsewhere.admin), { schoolId });
  await expect(others).rejects.toMatchObject({ code: "school.no-such-school" });
  await expect(readSafeguard(place.as(place.pupil) as never)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await readSafeguard(place.as(place.platformAdmin), { schoolId })).toMatchObject({ you: "nobody" });
  await expect(readSafeguard(place.as(place.platformAdmin))).rejects.toMatchObject({ kind: "invalid" });
});
