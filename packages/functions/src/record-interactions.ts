import { systemActor } from "@ukhaan/core/kernel";
import { InteractionMessage, recordInteractions } from "@ukhaan/core/learning";
import { noteUse, warnBudgets } from "@ukhaan/core/tutor";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { recordDeps } from "./deps.ts";

/** Folds a batch of finished interactions; the ones that failed come again alone (ReportBatchItemFailures). */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ctx = { ...recordDeps(), actor: systemActor };
  const messages = event.Records.map(({ messageId, body }) => ({ messageId, body: readBody(body) }));
  const { failedMessageIds } = await recordInteractions(ctx, messages);
  const asked = messages.flatMap(({ body }) => InteractionMessage.safeParse(body).data ?? []);
  // The pupil's next question brings it up again: no reason to fold the batch twice.
  await noteUse(ctx, asked).catch((error: unknown) => ctx.log.error("Long use was not looked into.", { error }));
  const schoolIds = asked.map(({ schoolId }) => schoolId);
  await warnBudgets(ctx, { schoolIds }).catch((error: unknown) =>
    ctx.log.error("Budgets were not looked at.", { error }),
  );
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
