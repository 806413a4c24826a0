import { once } from "node:events";
import { ReceiveMessageCommand, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import type { SQSRecord } from "aws-lambda";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { failedMessageIds } from "../../scripts/embedded/batch-response.ts";
import { type Poller, type PollerOptions, startPoller } from "../../scripts/embedded/poller.ts";
import { type Queue, type Sqs, startSqs } from "../../scripts/embedded/sqs.ts";
import { temporaryDir } from "../support/stack.ts";

let sqs: Sqs;
let poller: Poller | undefined;

beforeAll(async () => {
  sqs = await startSqs({ dir: temporaryDir(), port: 0, region: "ap-northeast-2" });
});
afterEach(() => poller?.stop());
afterAll(() => sqs.stop());

let queues = 0;
async function queueWith(bodies: readonly string[], visibilityTimeoutS = 1): Promise<Queue> {
  queues += 1;
  const queue = await sqs.ensureQueue(`queue-${queues}`, { visibilityTimeoutS, maxReceiveCount: 3 });
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  await sqs.client.send(new SendMessageBatchCommand({ QueueUrl: queue.url, Entries }));
  return queue;
}

function poll(queue: Queue, handler: PollerOptions["handler"], rest: Partial<PollerOptions> = {}): void {
  poller = startPoller({ client: sqs.client, queue, handler, waitS: 1, onError: () => undefined, ...rest });
}

async function bodiesIn(queueUrl: string, waitS: number): Promise<string[]> {
  const input = { QueueUrl: queueUrl, WaitTimeSeconds: waitS, MaxNumberOfMessages: 10, VisibilityTimeout: 0 };
  const { Messages } = await sqs.client.send(new ReceiveMessageCommand(input));
  return (Messages ?? []).map(({ Body }) => Body ?? "").toSorted();
}

describe("which messages an answer leaves in the queue", () => {
  const batch = ["a", "b", "c"];
  const answerOf = (...ids: unknown[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });
  test.each<[string, unknown, string[]]>([
    ["no answer", undefined, []],
    ["null", null, []],
    ["an empty object", {}, []],
    ["an empty list", { batchItemFailures: [] }, []],
    ["a null list", { batchItemFailures: null }, []],
    ["one failure", answerOf("b"), ["b"]],
    ["an empty identifier", answerOf("b", ""), batch],
    ["an identifier that is null", answerOf(null), batch],
    ["an unknown identifier", answerOf("z"), batch],
    ["a misspelt key", { batchItemFailures: [{ itemIdentifer: "a" }] }, batch],
    ["no list", { batchItemFailures: "a" }, batch],
  ])("%s", (_name, answer, left) => {
    expect([...failedMessageIds(answer, batch)]).toEqual(left);
  });
});

describe("poller", () => {
  test("a failed message comes again alone, and after three rounds lies with the dead letters", async () => {
    const queue = await queueWith(["good 1", "poison", "good 2"]);
    const seen: string[] = [];
    poll(queue, async ({ Records }) => {
      seen.push(...Records.map((record) => record.body));
      const failures = Records.filter((record) => record.body === "poison");
      return { batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
    await vi.waitFor(async () => expect(await bodiesIn(`${queue.url}-dlq`, 0)).toEqual(["poison"]), {
      timeout: 15_000,
    });
    expect(seen.toSorted()).toEqual(["good 1", "good 2", "poison", "poison", "poison"]);
  });

  test("a handler that throws gets the whole batch again", async () => {
    const queue = await queueWith(["a", "b"]);
    const calls: string[][] = [];
    poll(queue, async ({ Records }) => {
      calls.push(Records.map((record) => record.body).toSorted());
      if (calls.length === 1) throw new Error("The table is away");
    });
    await vi.waitFor(() => expect(calls.length).toBeGreaterThan(1), { timeout: 10_000 });
    expect(calls).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
    await poller?.stop();
    expect(await bodiesIn(queue.url, 2)).toEqual([]);
  });

  test("a call past its time counts as failed", async () => {
    const queue = await queueWith(["slow"]);
    const started: number[] = [];
    const slow = async () => {
      started.push(Date.now());
      if (started.length === 1) await new Promise(() => undefined);
    };
    poll(queue, slow, { timeoutMs: 50 });
    await vi.waitFor(() => expect(started).toHaveLength(2), { timeout: 10_000 });
  });

  test("a window gathers more than one receive into one batch", async () => {
    const bodies = Array.from({ length: 10 }, (_value, index) => `early ${index}`);
    const queue = await queueWith(bodies, 30);
    const batches: SQSRecord[][] = [];
    poll(queue, async ({ Records }) => void batches.push(Records), { batchSize: 12, windowS: 5 });
    const Entries = ["late 1", "late 2"].map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    await sqs.client.send(new SendMessageBatchCommand({ QueueUrl: queue.url, Entries }));
    await vi.waitFor(() => expect(batches).toHaveLength(1), { timeout: 15_000 });
    expect(batches[0]).toHaveLength(12);
    expect(batches[0]?.[0]).toMatchObject({
      eventSource: "aws:sqs",
      eventSourceARN: queue.arn,
      awsRegion: "ap-northeast-2",
    });
  });

  test("never more calls at once than it may", async () => {
    const bodies = Array.from({ length: 8 }, (_value, index) => `message ${index}`);
    const queue = await queueWith(bodies, 30);
    let running = 0;
    let most = 0;
    let done = 0;
    const gate = new AbortController();
    const handler = async () => {
      running += 1;
      most = Math.max(most, running);
      if (!gate.signal.aborted) await once(gate.signal, "abort");
      running -= 1;
      done += 1;
    };
    poll(queue, handler, { batchSize: 1, maxConcurrency: 3 });
    await vi.waitFor(() => expect(running).toBe(3), { timeout: 10_000 });
    gate.abort();
    await vi.waitFor(() => expect(done).toBe(8), { timeout: 10_000 });
    expect(most).toBe(3);
  });
});
