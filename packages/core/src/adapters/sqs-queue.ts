import { type QueueAttributeName, GetQueueAttributesCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { InteractionQueue } from "../learning/ports.ts";
import type { FlagQueue, MailQueue } from "../safety/flag-ports.ts";
import type { IngestQueue } from "../textbook/ports.ts";

/** Steps of ingestion, one message each. `delayS` is at most 900 (SQS's limit). */
export function createSqsIngestQueue(options: { readonly queueUrl: string }): IngestQueue {
  const { queueUrl: QueueUrl } = options;
  const client = openSqs();
  const send = jsonSender(QueueUrl, client);
  return {
    send: (message, delayS) => send(message, delayS),
    async depth() {
      const AttributeNames: QueueAttributeName[] = [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
      ];
      const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
    },
  };
}

/** Finished interactions, one message each; folded later in batches. */
export function createSqsInteractionQueue(options: { readonly queueUrl: string }): InteractionQueue {
  const send = jsonSender(options.queueUrl);
  return { send: (message) => send(message) };
}

const openSqs = () =>
  new SQSClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    // The queue's address names its host already, in the embedded stack too.
    useQueueUrlAsEndpoint: true,
  });

/** Flags that the table could not take, one message each; written as soon as it can. */
export function createSqsFlagQueue(options: { readonly queueUrl: string }): FlagQueue {
  const send = jsonSender(options.queueUrl);
  return { send: (input) => send(input) };
}

/** Notices to staff, one message a mail. */
export function createSqsMailQueue(options: { readonly queueUrl: string }): MailQueue {
  const send = jsonSender(options.queueUrl);
  return { send: (notice) => send(notice) };
}

function jsonSender(queueUrl: string, client = openSqs()): (body: object, delayS?: number) => Promise<void> {
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
