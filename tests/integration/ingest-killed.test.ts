import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSqsIngestQueue } from "../../packages/core/src/adapters/sqs-queue.ts";
import { systemActor, systemIds } from "../../packages/core/src/kernel/index.ts";
import { type SavedTextbook, sweepDeadLetter } from "../../packages/core/src/textbook/index.ts";
import { passagesKey } from "../../packages/core/src/textbook/ingesting/library-keys.ts";
import { Passage } from "../../packages/core/src/textbook/schema.ts";
import { startPoller } from "../../scripts/embedded/poller.ts";
import { type QueueWithDeadLetters, type Sqs, startSqs } from "../../scripts/embedded/sqs.ts";
import { buildPdf } from "../support/build-pdf.ts";
import { temporaryDir, testStack } from "../support/stack.ts";
import { bookUnderWay, savedTextbook, type TextbookWorld, textbookWorld } from "../support/textbook-world.ts";

let sqs: Sqs;
beforeAll(async () => {
  sqs = await startSqs({ dir: temporaryDir(), port: 0, region: "ap-northeast-2" });
});
afterAll(() => sqs.stop());

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** The ingest function as a process of its own, on a queue and an index of this test. */
function startFunction(queue: QueueWithDeadLetters, searchFile: string): ChildProcess {
  const file = fileURLToPath(new URL("../support/ingest-child.ts", import.meta.url));
  const child = spawn(process.execPath, [file, queue.url, queue.arn], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...testStack().env,
      AWS_ENDPOINT_URL_SQS: sqs.endpoint,
      SST_RESOURCE_IngestQueue: JSON.stringify({ url: queue.url }),
      UKHAAN_SEARCH_FILE: searchFile,
    },
  });
  children.push(child);
  return child;
}

async function waitFor(
  world: TextbookWorld,
  { textbookId }: SavedTextbook,
  isThere: (book: SavedTextbook) => boolean,
): Promise<number[]> {
  const seen: number[] = [];
  for (;;) {
    const book = await world.ports.textbooks.get(textbookId);
    if (book) seen.push(book.pagesDone);
    if (book && isThere(book)) return seen;
    await delay(50);
  }
}

const pages = 36;
/** Lines at the edges look like running heads: what tells a page stands in the middle. */
const marking = (page: number) => `On page ${page} stands the number ${page * 7919}`;
const page = (number: number) => ({
  lines: ["Green plants", "take in light", "and water.", `${marking(number)}.`, "They give", "off oxygen", "by day."],
});

describe("a function that is killed outright", { timeout: 120_000 }, () => {
  it("in the middle of a book: another one goes on where it was, and every page is there once", async () => {
    const world = textbookWorld();
    const pdf = buildPdf(Array.from({ length: pages }, (_unused, index) => page(index + 1)));
    const book = await bookUnderWay(world, pdf);
    const queue = await sqs.ensureQueue("killed", { visibilityTimeoutS: 4, maxReceiveCount: 5 });
    const searchFile = join(temporaryDir(), "search.db");
    const { textbookId, jobId } = book;
    const ingestQueue = createSqsIngestQueue({ queueUrl: queue.url });
    await ingestQueue.send({ kind: "ingest-pages", textbookId, jobId, fromPage: 1 });

    const first = startFunction(queue, searchFile);
    const before = await waitFor(world, book, ({ pagesDone }) => pagesDone >= 10);
    first.kill("SIGKILL");
    expect(await ingestQueue.depth()).toBeGreaterThan(0);
    startFunction(queue, searchFile);
    const after = await waitFor(world, book, ({ state }) => state !== "ingesting");

    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ state: "ready", pagesDone: pages });
    const seen = [...before, ...after];
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const bytes = await world.ports.library.get({ key: passagesKey(book), maxBytes: 1e8 });
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\n");
    const text = lines.map((passage) => Passage.parse(JSON.parse(passage)).text).join("\n");
    for (let number = 1; number <= pages; number += 1)
      expect(text.split(`${marking(number)}.`), marking(number)).toHaveLength(2);
  });

  it("on every delivery of a step: its book is failed in words within seconds, not left for the sweeper", async () => {
    const world = textbookWorld();
    const jobId = systemIds.next("job");
    const book = await savedTextbook(world, { state: "ingesting", jobId, pageCount: 40, pagesDone: 0 });
    const { textbookId } = book;
    const queue = await sqs.ensureQueue("poison", { visibilityTimeoutS: 1, maxReceiveCount: 3 });
    const raised: string[] = [];
    const ctx = { ...world.as(systemActor), alarms: { raise: (name: string) => void raised.push(name) } };
    const poller = startPoller({
      client: sqs.client,
      queue: queue.deadLetters,
      waitS: 1,
      handler: async ({ Records }) => {
        for (const { body } of Records) await sweepDeadLetter(ctx, { body: JSON.parse(body) });
      },
    });
    try {
      const step = { kind: "ingest-pages" as const, textbookId, jobId, fromPage: 25, toPage: 40 };
      await createSqsIngestQueue({ queueUrl: queue.url }).send(step);
      // Whoever takes the message dies with it: it is neither deleted nor given back.
      const takers = (async () => {
        for (let taken = 0; taken < 6; taken += 1)
          await sqs.client.send(new ReceiveMessageCommand({ QueueUrl: queue.url, WaitTimeSeconds: 2 }));
      })();
      await waitFor(world, book, ({ state }) => state === "failed");
      await takers;
      expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ failure: "internal" });
      expect(raised).toEqual(["dead-letter"]);
    } finally {
      await poller.stop();
    }
  });
});
