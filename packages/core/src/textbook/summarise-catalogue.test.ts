import { expect, test } from "vitest";
import { platformAdmin, savedTextbook, teacher, textbookWorld } from "../../../../tests/support/textbook-world.ts";
import { type PlatformAdmin, systemIds } from "../kernel/index.ts";
import { summariseCatalogue } from "./summarise-catalogue.ts";

test("the catalogue is counted, and names each value of its filters once", async () => {
  const world = textbookWorld();
  const ctx = world.as(platformAdmin());
  const licence = `эрх ${systemIds.next("event")}`;
  const before = await summariseCatalogue(ctx);
  await savedTextbook(world, { licence, year: 1997, edition: 77, state: "failed", failure: "damaged" });
  await savedTextbook(world, { licence, year: 1997, edition: 77 });
  const { total, byState, years, editions, licences } = await summariseCatalogue(ctx);
  // Other files add books to the same table meanwhile.
  expect(total).toBeGreaterThanOrEqual(before.total + 2);
  expect(byState.failed).toBeGreaterThanOrEqual(1);
  expect(years.filter((year) => year === 1997)).toEqual([1997]);
  expect(editions).toContain(77);
  expect(licences.filter((each) => each === licence)).toEqual([licence]);
});

test("a teacher is told nothing", async () => {
  const ctx = textbookWorld().as(teacher() as unknown as PlatformAdmin);
  await expect(summariseCatalogue(ctx)).rejects.toMatchObject({ kind: "forbidden" });
});
