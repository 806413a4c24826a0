import { systemActor } from "@ukhaan/core/kernel";
import { recordInteractions } from "@ukhaan/core/learning";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { recordDeps } from "./deps.ts";

/** Folds a batch of finished interactions; the ones that failed come again alone (ReportBatchItemFailures). */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const messages = event.Records.map(({ messageId, body }) => ({ messageId, body: readBody(body) }));
  const { failedMessageIds } = await recordInteractions({ ...recordDeps(), actor: systemActor }, messages);
  return { batchItemFailures: failedMessageIds.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** A body that is no JSON fails as malformed, alone, not with its whole batch. */
function readBody(body: SQSRecord["body"]): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
