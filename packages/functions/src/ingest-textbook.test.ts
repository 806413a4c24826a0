import type { Context, SQSRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { systemActor, systemIds } from "../../core/src/kernel/index.ts";
import { savedTextbook, textbookWorld } from "../../../tests/support/textbook-world.ts";
import { handler, ingestRecord } from "./ingest-textbook.ts";

function record(body: unknown): SQSRecord {
  return {
    messageId: systemIds.next("event"),
    receiptHandle: "receipt",
    body: typeof body === "string" ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "s3",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:ap-northeast-2:000000000000:ingest",
    awsRegion: "ap-northeast-2",
  };
}

const upload = (key: string, eventName = "ObjectCreated:Put") => ({
  Records: [{ eventName, s3: { bucket: { name: "uploads" }, object: { key, size: 3 } } }],
});

describe("ingestRecord", () => {
  it("begins ingestion for an uploaded file, whose key comes URL-encoded", async () => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world, { state: "awaiting-upload", pagesDone: 0 });
    await ingestRecord(world.as(systemActor), record(upload(encodeURIComponent(`textbooks/${textbookId}/source.pdf`))));
    expect((await world.ports.textbooks.get(textbookId))?.state).toBe("ingesting");
    expect(world.sent).toMatchObject([{ textbookId, fromPage: 1 }]);
  });

  it.each([
    ["1", "ingesting"],
    ["3", "failed"],
  ])("a step that fails on delivery %s leaves its book %s", async (received, state) => {
    const world = textbookWorld();
    const jobId = systemIds.next("job");
    const { textbookId } = await savedTextbook(world, { state: "ingesting", jobId, pagesDone: 0 });
    const step = record({ kind: "ingest-pages", textbookId, jobId, fromPage: 1 });
    const delivered = { ...step, attributes: { ...step.attributes, ApproximateReceiveCount: received } };
    const ctx = world.as(systemActor);
    const uploads = { ...ctx.uploads, get: () => Promise.reject(new Error("broken")) };
    const outcome = await ingestRecord({ ...ctx, uploads }, delivered).catch(() => "thrown");
    expect(outcome).toBe(state === "failed" ? undefined : "thrown");
    expect((await world.ports.textbooks.get(textbookId))?.state).toBe(state);
  });

  it.each([
    ["a deletion", (key: string) => upload(key, "ObjectRemoved:Delete")],
    ["S3's test event", () => ({ Service: "Amazon S3", Event: "s3:TestEvent" })],
  ])("changes nothing for %s", async (_what, body) => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world, { state: "awaiting-upload", pagesDone: 0 });
    await ingestRecord(world.as(systemActor), record(body(`textbooks/${textbookId}/source.pdf`)));
    expect((await world.ports.textbooks.get(textbookId))?.state).toBe("awaiting-upload");
  });

  it.each(["not json", "{}", JSON.stringify({ kind: "ingest-pages", textbookId: "x" })])(
    "throws for %s, so that it ends among the dead letters",
    async (body) => {
      await expect(ingestRecord(textbookWorld().as(systemActor), record(body))).rejects.toThrow();
    },
  );
});

describe("handler", () => {
  it("reports only the messages that failed", async () => {
    const good = record({
      kind: "ingest-pages",
      textbookId: systemIds.next("textbook"),
      jobId: systemIds.next("job"),
      fromPage: 1,
    });
    const bad = record("not json");
    const context = { getRemainingTimeInMillis: () => 30_000 } as Context;
    const answer = await handler({ Records: [good, bad] }, context, () => undefined);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: bad.messageId }] });
  });
});
