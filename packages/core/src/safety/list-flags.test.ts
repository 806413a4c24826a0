import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { systemActor, type TableHandle } from "../kernel/index.ts";
import { acknowledgeFlag, escalateFlags, listFlags } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

describe("the list of flags", () => {
  test("shows the school's own by state, oldest first, without words of the chat", async () => {
    const place = await flagWorld(table);
    const other = await flagWorld(table);
    await other.raise();
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push((await place.raise()).flagId);
      place.clock.advance(1_000);
    }
    const [first, ...rest] = ids;
    if (first) await acknowledgeFlag(place.as(place.safeguard), { flagId: first });
    const open = await listFlags(place.as(place.safeguard));
    expect(open.items.map(({ flagId }) => flagId)).toEqual(rest);
    expect((await listFlags(place.as(place.admin), { state: "acknowledged" })).items).toMatchObject([
      { flagId: first },
    ]);
    expect(JSON.stringify(open)).not.toMatch(/хэцүү/u);
  });

  test("can be narrowed to a severity and goes on over pages", async () => {
    const place = await flagWorld(table);
    for (let count = 0; count < 27; count += 1) await place.raise({ severity: count % 9 === 0 ? "high" : "normal" });
    const ctx = place.as(place.deputy);
    expect((await listFlags(ctx, { severity: "high" })).items).toHaveLength(3);
    const first = await listFlags(ctx);
    const second = await listFlags(ctx, { cursor: first.cursor });
    expect([first.items.length, second.items.length, second.cursor]).toEqual([25, 2, undefined]);
    await expect(listFlags(ctx, { cursor: "made-up" })).rejects.toMatchObject({ code: "safety.invalid-cursor" });
  });

  test("shows the platform what has escalated to it, of all schools, and nothing else", async () => {
    const own = await ownTable();
    const place = await flagWorld(own);
    const { flagId } = await place.raise();
    for (let step = 0; step < 2; step += 1) {
      place.clock.advance(15 * 60_000);
      await escalateFlags(place.as(systemActor));
    }
    await place.raise();
    const { items } = await listFlags(place.as(place.platformAdmin));
    expect(items).toMatchObject([{ flagId, schoolName: "Туршилтын сургууль" }]);
    expect(items).toHaveLength(1);
  });

  test("is refused to a teacher without that duty, to pupils and to the ministry", async () => {
    const place = await flagWorld(table);
    const asTeacher = listFlags(place.as(place.teacher));
    await expect(asTeacher).rejects.toMatchObject({ kind: "forbidden", code: "safety.not-safeguard" });
    for (const actor of [place.pupil, { ...place.platformAdmin, role: "ministry" as const }]) {
      await expect(listFlags(place.as(actor) as never)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });
});
