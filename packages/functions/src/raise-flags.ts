import { systemActor } from "@ukhaan/core/kernel";
import { raiseFlag, RaiseFlagInput } from "@ukhaan/core/safety";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { flagDeps } from "./deps.ts";

/** Writes the flags that the table could not take when they were raised; one that fails comes again alone. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ctx = { ...flagDeps(), actor: systemActor };
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await raiseFlag(ctx, RaiseFlagInput.parse(JSON.parse(body)));
    } catch (error) {
      ctx.log.error("A waiting flag was not written.", { messageId, error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
