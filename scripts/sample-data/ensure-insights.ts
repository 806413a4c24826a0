import { systemActor } from "../../packages/core/src/kernel/index.ts";
import { bucketOf, questionHash, recordInteractions } from "../../packages/core/src/learning/index.ts";
import type { Subject } from "../../packages/core/src/textbook/schema.ts";
import type { Deps } from "../../packages/functions/src/deps.ts";
import { sampleBooks } from "./books/catalogue.ts";
import { sampleId } from "./sample-ids.ts";

const weekMs = 7 * 24 * 3_600_000;
/** How many pupils of each of the last weeks asked a sample book, oldest week first. */
const weeks = [3, 5, 4, 7];

/** Questions that the sample books can't answer, and how many pupils asked them. The last one stays hidden. */
const unanswered: readonly (readonly [question: string, grade: number, pupils: number, subject?: Subject])[] = [
  ["Хар нүх гэж юу вэ?", 8, 6, "physics"],
  ["Хиймэл оюун ухаан яаж сурдаг вэ?", 9, 4, "informatics"],
  ["Үлэг гүрвэл яагаад мөхсөн бэ?", 5, 3],
  ["Далай яагаад давслаг байдаг вэ?", 5, 2],
];

/**
 * What sample pupils asked, so that the figures of textbooks show something. Told as the tutor tells it, under fixed event
 * ids, which are counted once; their school is none of the sample ones, whose own figures stay true.
 */
export async function ensureInsights(ports: Deps): Promise<void> {
  const nowMs = ports.clock.nowMs();
  const bodies = [...askedBooks(nowMs), ...foundNothing(nowMs)];
  const batch = 50;
  for (let start = 0; start < bodies.length; start += batch) {
    const messages = bodies.slice(start, start + batch).map((body) => ({ messageId: body.eventId, body }));
    const { failedMessageIds } = await recordInteractions({ ...ports, actor: systemActor }, messages);
    if (failedMessageIds.length > 0) throw new Error("Sample questions could not be counted.");
  }
}

function askedBooks(nowMs: number) {
  let number = 0;
  return sampleBooks.flatMap(({ grade, subject }, book) =>
    weeks.flatMap((questions, week) =>
      Array.from({ length: Math.max(1, questions - book) }, () =>
        answered(++number, {
          atMs: nowMs - (weeks.length - 1 - week) * weekMs,
          grade,
          subject,
          outcome: "passages",
          textbookIds: [sampleId("textbook", book + 1)],
        }),
      ),
    ),
  );
}

function foundNothing(nowMs: number) {
  let number = 500;
  return unanswered.flatMap(([question, grade, pupils, subject]) =>
    Array.from({ length: pupils }, () => {
      number += 2;
      const facts = { atMs: nowMs, grade, ...(subject === undefined ? {} : { subject }) };
      const bucket = bucketOf(sampleId("student", number), questionHash(question));
      return [
        { type: "tutor.found-nothing", eventId: sampleId("event", number), question, bucket, ...facts },
        answered(number + 1, { ...facts, outcome: "not-in-books", textbookIds: [] }),
      ];
    }).flat(),
  );
}

function answered(number: number, facts: object) {
  return {
    type: "tutor.answered",
    eventId: sampleId("event", number),
    schoolId: sampleId("school", 900),
    classroomId: sampleId("classroom", 900),
    studentId: sampleId("student", 900),
    conversationId: sampleId("conversation", number),
    exchangeId: sampleId("exchange", number),
    latencyMs: 900,
    inputTokens: 0,
    outputTokens: 0,
    ...facts,
  };
}
