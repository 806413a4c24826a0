import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { InteractionQueue } from "../learning/ports.ts";
import type { IngestQueue } from "../textbook/ports.ts";

/** Steps of ingestion, one message each. `delayS` is at most 900 (SQS's limit). */
export function createSqsIngestQueue(options: { readonly queueUrl: string }): IngestQueue {
  const send = jsonSender(options.queueUrl);
  return { send: (message, delayS) => send(message, delayS) };
}

/** Finished interactions, one message each; folded later in batches. */
export function createSqsInteractionQueue(options: { readonly queueUrl: string }): InteractionQueue {
  const send = jsonSender(options.queueUrl);
  return { send: (message) => send(message) };
}

function jsonSender(queueUrl: string): (body: object, delayS?: number) => Promise<void> {
  const client = new SQSClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    // The queue's address names its host already, in the embedded stack too.
    useQueueUrlAsEndpoint: true,
  });
  return async (body, delayS) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(body),
        ...(delayS === undefined ? {} : { DelaySeconds: delayS }),
      }),
    );
  };
}
