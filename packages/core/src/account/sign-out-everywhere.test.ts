import { describe, expect, test } from "vitest";
import { accountStrangers, alive, notSignedIn, pupilSeed, signedIn } from "../../../../tests/support/devices.ts";
import { world } from "../../../../tests/support/school-world.ts";
import { signOutEverywhere } from "./index.ts";

describe("signing out everywhere", () => {
  test("ends every session, the asking one too, also more than one batch of them", async () => {
    const place = world();
    const { tokens, actor } = await signedIn(place, pupilSeed(), 30);
    expect(await signOutEverywhere(place.as(actor))).toEqual({ ended: 30 });
    expect(await alive(place, tokens)).toEqual(tokens.map(() => false));
    expect(await signOutEverywhere(place.as(actor))).toEqual({ ended: 0 });
  });

  test.each(accountStrangers())("by %s ends none of a pupil's", async (_who, owner, stranger) => {
    const place = world();
    const own = await signedIn(place, owner);
    const other = await signedIn(place, stranger);
    expect(await signOutEverywhere(place.as(other.actor))).toEqual({ ended: 1 });
    expect(await alive(place, own.tokens)).toEqual([true]);
  });

  test("is nothing for somebody who is not signed in", async () => {
    const { as, visitor } = world();
    await expect(signOutEverywhere(as(visitor as never))).rejects.toMatchObject(notSignedIn);
  });
});
