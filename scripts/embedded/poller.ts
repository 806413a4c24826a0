import { setTimeout as delay } from "node:timers/promises";
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { failedMessageIds } from "./batch-response.ts";
import { lambdaContext } from "./lambda-context.ts";
import { toSqsRecord } from "./sqs-record.ts";

/** What a Lambda entry point for a queue exports. */
export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse | void>;

export interface PollerOptions {
  readonly client: SQSClient;
  readonly queue: { readonly url: string; readonly arn: string };
  readonly handler: QueueHandler;
  /** At most this many messages in one call. */
  readonly batchSize?: number;
  /** After the first message, wait this long for more of them. */
  readonly windowS?: number;
  readonly maxConcurrency?: number;
  readonly timeoutMs?: number;
  /** How long one empty poll waits for a message. */
  readonly waitS?: number;
  readonly onError?: (error: unknown) => void;
}

export interface Poller {
  /** Takes no more messages and waits for the calls under way, at most `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * Does what a Lambda event source mapping does with ReportBatchItemFailures: handled messages are deleted, failed ones
 * stay hidden until the queue's visibility timeout ends, then come again, and after too many rounds go to the dead letters.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function startPoller(options: PollerOptions): Poller {
  const { maxConcurrency = 5, onError = (error) => console.error("A queue could not be read:", error) } = options;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const loop = async () => {
    while (!stopping.signal.aborted) {
      if (running.size >= maxConcurrency) {
        await Promise.race(running);
        continue;
      }
      const batch = await collectBatch(options, stopping.signal).catch(async (error: unknown) => {
        if (stopping.signal.aborted) return [];
        onError(error);
        await delay(500, undefined, { signal: stopping.signal }).catch(() => undefined);
        return [];
      });
      if (batch.length === 0) continue;
      const call = handleBatch(options, batch, onError)
        .catch(onError)
        .finally(() => running.delete(call));
      running.add(call);
    }
  };
  const finished = loop();

  return {
    async stop(graceMs = 1500) {
      stopping.abort();
      await finished;
      const patience = delay(graceMs, undefined, { ref: false });
      await Promise.race([Promise.allSettled(running), patience]);
    },
  };
}

async function collectBatch(options: PollerOptions, signal: AbortSignal): Promise<Message[]> {
  const { client, queue, batchSize = 10, windowS = 0, waitS = 20 } = options;
  const batch: Message[] = [];
  let endMs = 0;
  do {
    const leftS = Math.ceil((endMs - Date.now()) / 1000);
    const received = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queue.url,
        MaxNumberOfMessages: Math.min(10, batchSize - batch.length),
        WaitTimeSeconds: batch.length === 0 ? waitS : Math.min(Math.max(leftS, 0), 20),
        MessageSystemAttributeNames: ["All"],
        MessageAttributeNames: ["All"],
      }),
      { abortSignal: signal },
    );
    if (batch.length === 0) endMs = Date.now() + windowS * 1000;
    batch.push(...(received.Messages ?? []));
  } while (batch.length > 0 && batch.length < batchSize && Date.now() < endMs && !signal.aborted);
  return batch;
}

async function handleBatch(
  options: PollerOptions,
  batch: readonly Message[],
  onError: (error: unknown) => void,
): Promise<void> {
  const { client, queue, handler, timeoutMs = 30_000 } = options;
  const records = batch.map((message) => toSqsRecord(message, queue.arn));
  const ids = records.map((record) => record.messageId);
  let failed: ReadonlySet<string>;
  try {
    const answer = await withTimeout(handler({ Records: records }, lambdaContext(timeoutMs)), timeoutMs);
    failed = failedMessageIds(answer, ids);
  } catch (error) {
    onError(error);
    failed = new Set(ids);
  }

  const done = records.filter((record) => !failed.has(record.messageId));
  for (let start = 0; start < done.length; start += 10) {
    const Entries = done
      .slice(start, start + 10)
      .map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle }));
    const result = await client.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries }));
    if (result.Failed?.length) onError(new Error(`Messages could not be deleted: ${JSON.stringify(result.Failed)}`));
  }
}

/** Lambda ends the process; here the call goes on unseen, but its messages come again as they would on AWS. */
async function withTimeout<T>(call: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Task timed out after ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([call, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
