import { describe, expect, test } from "vitest";
import { classStrangers, classWorld } from "../../../../tests/support/class-world.ts";
import { openTable } from "../adapters/table.ts";
import { linkedResource } from "../../../../tests/support/school-world.ts";
import { systemIds } from "../kernel/index.ts";
import { createRollUpStore, type InteractionMessage, readExerciseUse } from "./index.ts";

const world = async () => {
  const place = await classWorld();
  const rollUps = createRollUpStore(openTable({ name: linkedResource("Table").name }));
  const about = (parts: Partial<InteractionMessage>): InteractionMessage => {
    const { schoolId, classroomId, studentId, grade } = place.pupil();
    return {
      type: "tutor.answered",
      eventId: systemIds.next("event"),
      atMs: place.clock.nowMs(),
      schoolId,
      classroomId,
      studentId,
      conversationId: systemIds.next("conversation"),
      exchangeId: systemIds.next("exchange"),
      grade,
      outcome: "answered",
      latencyMs: 1,
      inputTokens: 0,
      outputTokens: 0,
      textbookIds: [],
      categories: [],
      ...parts,
    };
  };
  return { place, rollUps, about, as: (actor: unknown) => ({ ...place.as(actor as never), rollUps }) as never };
};

describe("how a class works on exercises", () => {
  test("is counted by pupil, each message once, over the last days only", async () => {
    const { place, rollUps, about, as } = await world();
    const nowMs = place.clock.nowMs();
    const help = { level: "hints", step: "attempt-asked", attempt: false, offloading: "reveal" } as const;
    const tried = { level: "hints", step: "solution", attempt: true } as const;
    const batch = [about({ help }), about({ help: tried }), about({}), about({ help, atMs: nowMs - 9 * 86_400_000 })];
    await rollUps.fold(batch, nowMs);
    await rollUps.fold(batch, nowMs);
    await rollUps.fold([about({ help, studentId: place.about(1).studentId })], nowMs);
    const use = await readExerciseUse(as(place.teacher), { classroomId: place.classroom.classroomId });
    expect(use.get(place.about().studentId)).toEqual({ messages: 2, attempts: 1, offloads: 1, solutions: 1 });
    expect(use.get(place.about(1).studentId)).toEqual({ messages: 1, attempts: 0, offloads: 1, solutions: 0 });
  });

  test("is nobody else's to see", async () => {
    const { place, as } = await world();
    const { classroomId } = place.classroom;
    for (const [who, actor, refusal] of await classStrangers(place)) {
      await expect(readExerciseUse(as(actor), { classroomId }), who).rejects.toMatchObject(refusal);
    }
  });
});
