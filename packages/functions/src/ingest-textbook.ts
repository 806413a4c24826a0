import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { type Ctx, type SystemActor, systemActor } from "@ukhaan/core/kernel";
import { IngestMessage, ingestPages, startIngestion, type TextbookPorts } from "@ukhaan/core/textbook";
import type { SQSHandler, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { ingestDeps } from "./deps.ts";
import { ingestQueue } from "./ingest-queue.ts";

/** What S3 puts into the queue for each uploaded file; keys arrive URL-encoded with + for spaces. */
const UploadEvent = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      s3: z.object({ object: z.object({ key: z.string(), size: z.number().default(0) }) }),
    }),
  ),
});
/** S3 sends this once when the notification is set up. */
const TestEvent = z.object({ Event: z.literal("s3:TestEvent") });
const QueueBody = z.union([IngestMessage, UploadEvent, TestEvent]);

/** Ingests textbooks: uploads that have arrived, and the next steps of books under way. Failed messages come again alone. */
export const handler: SQSHandler = (event, context) => {
  const ctx = { ...ingestDeps(), actor: systemActor };
  return processPartialResponse(
    event,
    (record: SQSRecord) => ingestRecord(ctx, record),
    new BatchProcessor(EventType.SQS),
    {
      context,
      // Every message failing is no error of the function: each one comes again by itself.
      throwOnFullBatchFailure: false,
    },
  );
};

/**
 * Handles one message of the ingest queue; throws for the queue to deliver it again. A step that fails on the last
 * delivery ends its textbook's job instead: among the dead letters nobody would tell the administrator.
 */
export async function ingestRecord(ctx: Ctx<SystemActor, TextbookPorts>, record: SQSRecord): Promise<void> {
  const body = QueueBody.parse(JSON.parse(record.body));
  const isLastTry = Number(record.attributes.ApproximateReceiveCount) >= ingestQueue.maxReceives;
  if ("kind" in body) return ingestPages(ctx, { ...body, isLastTry });
  if ("Event" in body) return;
  for (const { eventName, s3 } of body.Records) {
    if (!eventName.startsWith("ObjectCreated:")) continue;
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    await startIngestion(ctx, { key, sizeBytes: s3.object.size });
  }
}
