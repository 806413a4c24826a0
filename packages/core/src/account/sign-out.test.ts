import { expect, test } from "vitest";
import { world } from "../../../../tests/support/school-world.ts";
import { type Ministry, systemIds } from "../kernel/index.ts";
import { openSession, resolveSession, signOut } from "./index.ts";

const somebody = (): Omit<Ministry, "sessionId"> => ({
  role: "ministry",
  staffId: systemIds.next("staff"),
  name: "Дулам",
});

test("a token opens nothing after signing out, also twice; another device stays", async () => {
  const { as, visitor } = world();
  const actor = somebody();
  const { token } = await openSession(as(visitor), { actor, device: "" });
  const other = await openSession(as(visitor), { actor, device: "" });
  await signOut(as(visitor), token);
  await signOut(as(visitor), token);
  expect(await resolveSession(as(visitor), token)).toBeUndefined();
  expect(await resolveSession(as(visitor), other.token)).toEqual(other.actor);
});

test.each(["", "x", "A".repeat(43)])("signing out with %j changes nothing", async (token) => {
  const { as, visitor } = world();
  const other = await openSession(as(visitor), { actor: somebody(), device: "" });
  await signOut(as(visitor), token);
  expect(await resolveSession(as(visitor), other.token)).toEqual(other.actor);
});
