import { systemActor } from "@ukhaan/core/kernel";
import { sweepDeadLetter } from "@ukhaan/core/textbook";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { ingestDeps } from "./deps.ts";

/** Takes the ingest queue's dead letters: each raises the alarm, and the book it was about is told in words. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ctx = { ...ingestDeps(), actor: systemActor };
  const failed: string[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await sweepDeadLetter(ctx, { body: readBody(body) });
    } catch (error) {
      ctx.log.error("a dead letter could not be handled", { messageId, error });
      failed.push(messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** What is no JSON is a dead letter all the same. */
function readBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
