import { expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { listSafeguardCandidates } from "./index.ts";

test("candidates are the school's own staff who can sign in", async () => {
  const table = await ownTable();
  const place = await flagWorld(table);
  await flagWorld(table);
  await place.ports.staff.setDisabled({ subject: place.deputy.staffId, disabled: true });
  const { items } = await listSafeguardCandidates(place.as(place.admin));
  expect(items.map(({ name }) => name).toSorted()).toEqual(["Дулам", "Захирал Ганбат", "Өөр багш"].toSorted());
});

test("candidates are shown to administrators of the school and of the platform only", async () => {
  const table = await ownTable();
  const place = await flagWorld(table);
  const elsewhere = await flagWorld(table);
  const { schoolId } = place;
  expect((await listSafeguardCandidates(place.as(place.platformAdmin), { schoolId })).items).toHaveLength(4);
  const others = listSafeguardCandidates(place.as(elsewhere.admin), { schoolId });
  await expect(others).rejects.toMatchObject({ code: "school.no-such-school" });
  for (const actor of [place.teacher, place.pupil]) {
    await expect(listSafeguardCandidates(place.as(actor) as never)).rejects.toMatchObject({ kind: "forbidden" });
  }
});
