import { randomUUID } from "node:crypto";
import { dayInUlaanbaatar, systemIds } from "@ukhaan/core/kernel";
import type { SQSRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { recordDeps } from "./deps.ts";
import { handler } from "./record-interactions.ts";

const record = (body: string): SQSRecord => ({ messageId: randomUUID(), body }) as SQSRecord;

test("a batch is counted, and only what can't be read comes again", async () => {
  const schoolId = systemIds.next("school");
  const atMs = Date.now();
  const interaction = () => ({
    type: "tutor.answered",
    eventId: systemIds.next("event"),
    atMs,
    schoolId,
    classroomId: systemIds.next("classroom"),
    studentId: systemIds.next("student"),
    conversationId: systemIds.next("conversation"),
    exchangeId: systemIds.next("exchange"),
    grade: 8,
    outcome: "passages",
    latencyMs: 5,
    inputTokens: 0,
    outputTokens: 0,
    textbookIds: [],
  });
  const broken = record("{");
  const Records = [record(JSON.stringify(interaction())), broken, record(JSON.stringify(interaction()))];
  expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: broken.messageId }] });
  const day = { schoolId, day: dayInUlaanbaatar(atMs), grade: 8 } as const;
  expect(await recordDeps().rollUps.readSchoolDay(day)).toMatchObject({ questions: 2, byOutcome: { passages: 2 } });
});
