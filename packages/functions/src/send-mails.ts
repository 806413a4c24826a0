import { systemActor } from "@ukhaan/core/kernel";
import { deliverMail } from "@ukhaan/core/safety";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { mailDeps } from "./deps.ts";

/** Sends the notices that wait; one that the mail service did not take comes again alone, and at last lies among the dead letters. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ctx = { ...mailDeps(), actor: systemActor };
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await deliverMail(ctx, JSON.parse(body));
    } catch (error) {
      ctx.log.error("A mail was not sent.", { messageId, error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
