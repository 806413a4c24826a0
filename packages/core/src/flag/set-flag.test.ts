import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, type FlagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { type Actor, dayInUlaanbaatar } from "../kernel/index.ts";
import { createFeatureFlagStore, type FeatureFlagStore, listFlags, setFlag } from "./index.ts";
import type { FlagRule, SetFlagInput } from "./schema.ts";

/** A table of one's own: a flag holds for every school. */
let place: FlagWorld;
let featureFlags: FeatureFlagStore;
const ctxOf = (actor: Actor) => ({ ...place.as(actor), featureFlags }) as never;
const current = async () => (await listFlags(ctxOf(place.platformAdmin))).find(({ name }) => name === "models");
const off = (version: number): SetFlagInput => ({ name: "models", rule: { kind: "off" }, reason: "Засвар", version });

beforeAll(async () => {
  const table = await ownTable();
  place = await flagWorld(table);
  featureFlags = createFeatureFlagStore(table);
});

describe("setting a flag", () => {
  test("that nobody had set, then again, and it is written down with who and why", async () => {
    expect(await current()).toEqual({ name: "models", rule: { kind: "on" }, version: 0 });
    const rule = { kind: "percentage", percent: 20, by: "school" } as const;
    await setFlag(ctxOf(place.platformAdmin), { name: "models", rule, reason: "  Туршъя ", version: 0 });
    expect(await current()).toMatchObject({ rule, reason: "Туршъя", version: 1 });
    const schools: FlagRule = { kind: "schools", schoolIds: [place.schoolId] };
    await setFlag(ctxOf(place.platformAdmin), { name: "models", rule: schools, reason: "Нэг сургууль", version: 1 });
    expect(await current()).toMatchObject({ rule: schools, version: 2 });
    const day = dayInUlaanbaatar(place.clock.nowMs());
    const { items } = await place.ports.audit.byDay({ tenant: "national", day });
    expect(items.filter(({ action }) => action === "feature.set")).toMatchObject([
      { accountId: place.platformAdmin.staffId, subject: "models", details: { rule: "20 % of schools" } },
      { subject: "models", details: { rule: place.schoolId, reason: "Нэг сургууль" } },
    ]);
  });

  test("two at once: one of them is told, and the other's choice holds", async () => {
    const version = (await current())?.version ?? 0;
    const both = await Promise.allSettled([1, 2].map(() => setFlag(ctxOf(place.platformAdmin), off(version))));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = both.find((one) => one.status === "rejected");
    expect(refused?.reason).toMatchObject({ kind: "conflict", code: "flag.changed-meanwhile" });
    expect(await current()).toMatchObject({ rule: { kind: "off" }, version: version + 1 });
  });

  test.each<[string, Partial<Record<keyof SetFlagInput, unknown>>]>([
    ["one that there is not", { name: "moon" }],
    ["more than everybody", { rule: { kind: "percentage", percent: 101, by: "pupil" } }],
    ["a school that is none", { rule: { kind: "schools", schoolIds: ["8A"] } }],
    ["no school at all", { rule: { kind: "schools", schoolIds: [] } }],
    ["no reason", { reason: "  " }],
  ])("refuses %s", async (_, wrong) => {
    const before = await current();
    const input = { ...off(before?.version ?? 0), ...wrong } as never;
    await expect(setFlag(ctxOf(place.platformAdmin), input)).rejects.toMatchObject({ kind: "invalid" });
    expect(await current()).toEqual(before);
  });

  test.each(["pupil", "teacher", "admin", "safeguard"] as const)(
    "is not for a %s, and nothing changes",
    async (who) => {
      const before = await current();
      const refusal = { kind: "forbidden", code: "account.wrong-role" };
      await expect(setFlag(ctxOf(place[who]), off(before?.version ?? 0))).rejects.toMatchObject(refusal);
      expect(await current()).toEqual(before);
    },
  );
});
