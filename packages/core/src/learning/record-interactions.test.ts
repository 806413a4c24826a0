import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, test } from "vitest";
import { resourceOf } from "../../../../tests/support/stack-resources.ts";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { createS3EventArchive } from "../adapters/s3-event-archive.ts";
import { openTable } from "../adapters/table.ts";
import {
  type Ctx,
  dayInUlaanbaatar,
  type SchoolId,
  silentLog,
  type SystemActor,
  systemActor,
  systemClock,
  systemIds,
} from "../kernel/index.ts";
import {
  createInsightStore,
  createRollUpStore,
  type InteractionMessage,
  type LearningPorts,
  recordInteractions,
} from "./index.ts";

let ctx: Ctx<SystemActor, LearningPorts>;
let schoolId: SchoolId;
/** A day of its own, long ago: the nation's counters are shared by all tests. */
let atMs: number;

beforeEach(() => {
  const table = openTable({ name: resourceOf("Table").name });
  const archive = createS3EventArchive({ bucket: resourceOf("Events").name });
  ctx = {
    actor: systemActor,
    clock: systemClock,
    ids: systemIds,
    log: silentLog,
    rollUps: createRollUpStore(table),
    insights: createInsightStore(table),
    archive,
  };
  schoolId = systemIds.next("school");
  atMs = Date.UTC(1980, 0, 1) + Math.floor(Math.random() * 10_000) * 86_400_000;
});

const message = (parts: Partial<InteractionMessage> = {}): InteractionMessage => {
  const { classroomId, studentId } = tutorActor();
  return {
    type: "tutor.answered",
    eventId: systemIds.next("event"),
    atMs,
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
};
const delivered = (bodies: readonly unknown[]) => bodies.map((body) => ({ messageId: crypto.randomUUID(), body }));
const schoolDay = (grade: 8 | 9 = 8) => ctx.rollUps.readSchoolDay({ schoolId, day: dayInUlaanbaatar(atMs), grade });
const nationDay = () => ctx.rollUps.readNationDay({ day: dayInUlaanbaatar(atMs) });

describe("a batch of interactions", () => {
  test("is summed by school, day and grade, and for the nation", async () => {
    const batch = [
      message(),
      message({ outcome: "passages" }),
      message({ grade: 9 }),
      message({ schoolId: systemIds.next("school") }),
    ];
    expect(await recordInteractions(ctx, delivered(batch))).toEqual({ failedMessageIds: [] });
    expect(await schoolDay()).toEqual({
      questions: 2,
      night: 0,
      byOutcome: { answered: 1, passages: 1 },
      inputTokens: 100,
      outputTokens: 40,
      latencyTotalMs: 200,
    });
    expect(await schoolDay(9)).toMatchObject({ questions: 1 });
    expect(await nationDay()).toMatchObject({ questions: 4 });
  });

  test("says how many of the questions were asked at night in Ulaanbaatar", async () => {
    // The test's day begins at 08:00 in Ulaanbaatar.
    const hours = [13, 14, 21, 22].map((hour) => message({ atMs: atMs + hour * 3_600_000 }));
    await recordInteractions(ctx, delivered(hours));
    expect(await schoolDay()).toMatchObject({ questions: 2, night: 1 });
  });

  test("counts a message once, whether it is repeated in the batch, in a later one or at the same time", async () => {
    const first = message();
    const second = message();
    await recordInteractions(ctx, delivered([first, first]));
    await Promise.all([
      recordInteractions(ctx, delivered([first, second])),
      recordInteractions(ctx, delivered([second])),
    ]);
    expect(await schoolDay()).toMatchObject({ questions: 2 });
    expect(await nationDay()).toMatchObject({ questions: 2 });
  });

  test("larger than one transaction is counted whole", async () => {
    await recordInteractions(ctx, delivered(Array.from({ length: 95 }, () => message())));
    expect(await schoolDay()).toMatchObject({ questions: 95 });
  });

  test("counts a message at midnight in Ulaanbaatar to the day that begins", async () => {
    atMs = Date.UTC(1990, 0, 1 + Math.floor(Math.random() * 3_000), 16);
    await recordInteractions(ctx, delivered([message()]));
    expect(await schoolDay()).toMatchObject({ questions: 1 });
    expect(dayInUlaanbaatar(atMs)).not.toBe(new Date(atMs).toISOString().slice(0, 10));
  });

  test("gives back malformed messages alone", async () => {
    const [good, bad] = [...delivered([message()]), ...delivered([{ type: "tutor.answered", schoolId: "x" }])];
    const result = await recordInteractions(ctx, good && bad ? [good, bad] : []);
    expect(result.failedMessageIds).toEqual([bad?.messageId]);
    expect(await schoolDay()).toMatchObject({ questions: 1 });
  });

  test("gives all back when the archive is down, and their repetition counts nothing twice", async () => {
    const batch = delivered([message(), message()]);
    const archive = { append: () => Promise.reject(new Error("down")) };
    const failed = await recordInteractions({ ...ctx, archive }, batch);
    expect(failed.failedMessageIds).toEqual(batch.map(({ messageId }) => messageId));
    expect(await recordInteractions(ctx, batch)).toEqual({ failedMessageIds: [] });
    expect(await schoolDay()).toMatchObject({ questions: 2 });
  });

  test("is archived as JSON lines under the day, without name or question", async () => {
    const batch = delivered([message(), message()]);
    await recordInteractions(ctx, batch);
    await recordInteractions(ctx, batch.toReversed());
    const s3 = new S3Client({ forcePathStyle: true });
    const Bucket = resourceOf("Events").name;
    const Prefix = `interactions/${dayInUlaanbaatar(atMs).replaceAll("-", "/")}/`;
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
    expect(Contents).toHaveLength(1);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: Contents[0]?.Key }));
    const lines = ((await Body?.transformToString()) ?? "").trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as InteractionMessage).schoolId)).toEqual([schoolId, schoolId]);
    expect(lines.join()).not.toMatch(/question|name/u);
  });

  test("is refused from anybody but the product itself", async () => {
    const asPupil = { ...ctx, actor: tutorActor() as never };
    await expect(recordInteractions(asPupil, delivered([message()]))).rejects.toMatchObject({ kind: "forbidden" });
    expect(await schoolDay()).toMatchObject({ questions: 0 });
  });
});
