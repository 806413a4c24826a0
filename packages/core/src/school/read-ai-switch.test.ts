import { expect, test } from "vitest";
import { classWorld } from "../../../../tests/support/class-world.ts";
import { readAiSwitch, switchAi } from "./index.ts";

test("a switch that nobody touched is absent, and each school has its own", async () => {
  const [place, neighbour] = await Promise.all([classWorld(), classWorld()]);
  expect(await readAiSwitch(place.as(place.admin), { scope: "school" })).toBeUndefined();
  await switchAi(place.as(place.admin), { scope: "school", on: false, reason: "Шалгалт" });
  expect(await readAiSwitch(place.as(place.admin), { scope: "school" })).toMatchObject({ on: false });
  expect(await readAiSwitch(neighbour.as(neighbour.admin), { scope: "school" })).toBeUndefined();
});

test.each(["teacher", "pupil"] as const)("is not shown to a %s", async (who) => {
  const place = await classWorld();
  const actor = who === "teacher" ? place.teacher : place.pupil();
  await expect(readAiSwitch(place.as(actor as never), { scope: "school" })).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("the one for everywhere is not a school's to look at", async () => {
  const place = await classWorld();
  await expect(readAiSwitch(place.as(place.admin), { scope: "everywhere" })).rejects.toMatchObject({
    kind: "forbidden",
  });
});
