import { openTable } from "../../packages/core/src/adapters/table.ts";
import { type AlarmHook, silentLog, systemIds, type SchoolId } from "../../packages/core/src/kernel/index.ts";
import { createRollUpStore, type InteractionMessage } from "../../packages/core/src/learning/index.ts";
import { createBudgetNoticeStore } from "../../packages/core/src/tutor/index.ts";
import { testClock } from "./school-world.ts";
import { resourceOf } from "./stack-resources.ts";
import { tutorActor } from "./tutor-actor.ts";

/** One handled question, as the queue carries it. */
export function interaction(parts: Partial<InteractionMessage> = {}): InteractionMessage {
  const { schoolId, classroomId, studentId } = tutorActor();
  return {
    type: "tutor.answered",
    eventId: systemIds.next("event"),
    atMs: Date.now(),
    schoolId,
    classroomId,
    studentId,
    conversationId: systemIds.next("conversation"),
    exchangeId: systemIds.next("exchange"),
    grade: 8,
    outcome: "answered",
    latencyMs: 100,
    inputTokens: 50,
    outputTokens: 20,
    textbookIds: [],
    categories: [],
    ...parts,
  };
}

/** What watching over budgets uses, on the real table of this run. */
export function budgetWorld(budgetMicroUsd: number | undefined = 1_000) {
  const table = openTable({ name: resourceOf("Table").name });
  const clock = testClock();
  const rollUps = createRollUpStore(table);
  const raised: string[] = [];
  const alarms: AlarmHook = {
    raise: (name, source, fields) => void raised.push(`${name} ${source} ${String(fields?.["schoolId"])}`),
  };
  const ports = { clock, ids: systemIds, log: silentLog, rollUps, budgetMicroUsd, alarms };
  return {
    raised,
    clock,
    ports: { ...ports, budgetNotices: createBudgetNoticeStore(table) },
    /** So much was spent now in one grade of the school. */
    spend: (schoolId: SchoolId, costMicroUsd: number, grade: 8 | 9 = 8) =>
      rollUps.fold([interaction({ schoolId, costMicroUsd, grade, atMs: clock.nowMs() })], clock.nowMs()),
  };
}
