import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { type Queue, type Sqs, startSqs } from "../../scripts/embedded/sqs.ts";
import { temporaryDir } from "../support/stack.ts";

const start = (dir: string) => startSqs({ dir, port: 0, region: "ap-northeast-2" });
const ensure = (sqs: Sqs) => sqs.ensureQueue("ingest", { visibilityTimeoutS: 300, maxReceiveCount: 3 });

async function receive(sqs: Sqs, queue: Queue): Promise<Message> {
  const input = { QueueUrl: queue.url, MessageSystemAttributeNames: ["ApproximateReceiveCount" as const] };
  const { Messages } = await sqs.client.send(new ReceiveMessageCommand(input));
  return Messages?.[0] ?? {};
}

test("a message that is given back is there at once, and after a restart, with its count", async () => {
  const dir = temporaryDir();
  let sqs = await start(dir);
  let queue = await ensure(sqs);
  await sqs.client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: "book" }));
  const giveBack = async () => {
    const { ReceiptHandle } = await receive(sqs, queue);
    const input = { QueueUrl: queue.url, ReceiptHandle, VisibilityTimeout: 0 };
    await sqs.client.send(new ChangeMessageVisibilityCommand(input));
  };
  await giveBack();
  await giveBack();
  await sqs.stop();

  sqs = await start(dir);
  queue = await ensure(sqs);
  const message = await receive(sqs, queue);
  expect([message.Body, message.Attributes?.ApproximateReceiveCount]).toEqual(["book", "3"]);
  await sqs.stop();
});

test("a message in flight and a deleted one stay so over a restart", async () => {
  const dir = temporaryDir();
  let sqs = await start(dir);
  let queue = await ensure(sqs);
  for (const MessageBody of ["first", "second", "third"]) {
    await sqs.client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody }));
  }
  await receive(sqs, queue);
  const { ReceiptHandle } = await receive(sqs, queue);
  await sqs.client.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle }));
  await sqs.stop();

  sqs = await start(dir);
  queue = await ensure(sqs);
  expect((await receive(sqs, queue)).Body).toBe("third");
  expect((await receive(sqs, queue)).Body).toBeUndefined();
  await sqs.stop();
});
