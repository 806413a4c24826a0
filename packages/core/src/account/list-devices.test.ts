import { describe, expect, test } from "vitest";
import { accountStrangers, notSignedIn, pupilSeed, signedIn } from "../../../../tests/support/devices.ts";
import { world } from "../../../../tests/support/school-world.ts";
import { listDevices } from "./index.ts";

const badCursor = { kind: "invalid", code: "account.invalid-cursor" };

describe("one's own devices", () => {
  test("are listed newest first, and the asking one is marked", async () => {
    const place = world();
    const { actor } = await signedIn(place, pupilSeed(), 3);
    const { items } = await listDevices(place.as(actor));
    expect(items.map(({ label, current }) => [label, current])).toEqual([
      ["Chrome · Android", true],
      ["Chrome · Android", false],
      ["Chrome · Android", false],
    ]);
    expect(items[0]?.signedInAtMs).toBe(place.clock.nowMs());
  });

  test("come in pages, each device once", async () => {
    const place = world();
    const { actor } = await signedIn(place, pupilSeed(), 30);
    const first = await listDevices(place.as(actor));
    expect(first.items).toHaveLength(25);
    const second = await listDevices(place.as(actor), { cursor: first.cursor });
    expect(second.cursor).toBeUndefined();
    expect(new Set([...first.items, ...second.items].map(({ sessionId }) => sessionId)).size).toBe(30);
  });

  test.each(["zzz", "bm90IGpzb24", btoa('{"pk":"a","sk":"b"}')])("refuse the stale cursor %s", async (cursor) => {
    const place = world();
    const { actor } = await signedIn(place, pupilSeed());
    await expect(listDevices(place.as(actor), { cursor })).rejects.toMatchObject(badCursor);
  });

  test("whose session has expired are not listed", async () => {
    const place = world();
    const { actor } = await signedIn(place, pupilSeed());
    place.clock.advance(31 * 24 * 3_600_000);
    expect((await listDevices(place.as(actor))).items).toEqual([]);
  });
});

describe("somebody else's devices", () => {
  test.each(accountStrangers())("are not listed to %s", async (_who, owner, stranger) => {
    const place = world();
    const own = await signedIn(place, owner);
    const other = await signedIn(place, stranger);
    const { items } = await listDevices(place.as(other.actor));
    expect(items.map(({ sessionId }) => sessionId)).toEqual([other.actor.sessionId]);
    expect(items.map(({ sessionId }) => sessionId)).not.toContain(own.actor.sessionId);
  });

  test("are not listed to somebody who is not signed in", async () => {
    const { as, visitor } = world();
    // The types forbid it; a careless cast must not open it.
    await expect(listDevices(as(visitor as never))).rejects.toMatchObject(notSignedIn);
  });
});
