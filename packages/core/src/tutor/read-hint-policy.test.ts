import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { readHintPolicy, setHintLevel } from "./index.ts";

describe("reading how far a class is helped", () => {
  test("gives hints where nothing was set, else what was", async () => {
    const place = await classWorld();
    const { classroomId } = place.classroom;
    const ctx = place.as(place.teacher);
    expect(await readHintPolicy(ctx, { classroomId })).toEqual({ level: "hints", tasks: [] });
    await setHintLevel(ctx, { classroomId, level: "none" });
    expect(await readHintPolicy(ctx, { classroomId })).toEqual({ level: "none", tasks: [] });
  });

  test("is nobody else's", async () => {
    const place = await classWorld();
    const { classroomId } = place.classroom;
    for (const [who, actor, refusal] of await classStrangers(place)) {
      await expect(readHintPolicy(place.as(actor as never), { classroomId }), who).rejects.toMatchObject(refusal);
    }
  });
});
