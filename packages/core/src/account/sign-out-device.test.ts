import { describe, expect, test } from "vitest";
import { accountStrangers, alive, notSignedIn, pupilSeed, signedIn } from "../../../../tests/support/devices.ts";
import { world } from "../../../../tests/support/school-world.ts";
import { systemIds } from "../kernel/index.ts";
import { listDevices, signOutDevice } from "./index.ts";

const noSuchDevice = { kind: "not-found", code: "account.no-such-device" };

describe("signing out one device", () => {
  test("ends that one and no other", async () => {
    const place = world();
    const { tokens, actor } = await signedIn(place, pupilSeed(), 2);
    const other = (await listDevices(place.as(actor))).items.find(({ current }) => !current);
    await signOutDevice(place.as(actor), { sessionId: other?.sessionId ?? "" });
    expect(await alive(place, tokens)).toEqual([false, true]);
  });

  test("that is not there is not found", async () => {
    const place = world();
    const { tokens, actor } = await signedIn(place, pupilSeed());
    const missing = signOutDevice(place.as(actor), { sessionId: systemIds.next("session") });
    await expect(missing).rejects.toMatchObject(noSuchDevice);
    expect(await alive(place, tokens)).toEqual([true]);
  });

  test.each(accountStrangers())("of a pupil looks the same to %s, and stays", async (_who, owner, stranger) => {
    const place = world();
    const own = await signedIn(place, owner);
    const other = await signedIn(place, stranger);
    const attempt = signOutDevice(place.as(other.actor), { sessionId: own.actor.sessionId });
    await expect(attempt).rejects.toMatchObject(noSuchDevice);
    expect(await alive(place, own.tokens)).toEqual([true]);
  });

  test("is nothing for somebody who is not signed in", async () => {
    const place = world();
    const { tokens, actor } = await signedIn(place, pupilSeed());
    const attempt = signOutDevice(place.as(place.visitor as never), { sessionId: actor.sessionId });
    await expect(attempt).rejects.toMatchObject(notSignedIn);
    expect(await alive(place, tokens)).toEqual([true]);
  });
});
