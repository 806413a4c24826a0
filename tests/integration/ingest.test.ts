import { setTimeout as delay } from "node:timers/promises";
import { SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { createSqsIngestQueue } from "../../packages/core/src/adapters/sqs-queue.ts";
import { systemActor, type TextbookId } from "../../packages/core/src/kernel/index.ts";
import {
  addTextbook,
  analyseText,
  openPage,
  readContents,
  readTextbook,
} from "../../packages/core/src/textbook/index.ts";
import type { TextbookView } from "../../packages/core/src/textbook/schema.ts";
import { ingestRecord } from "../../packages/functions/src/ingest-textbook.ts";
import { startPoller } from "../../scripts/embedded/poller.ts";
import { testStack } from "../support/stack.ts";
import { platformAdmin, pupilOf, sampleBook, type TextbookWorld, textbookWorld } from "../support/textbook-world.ts";

/** Delivers one book's messages to the function's code; the queue also announces what other tests upload. */
function startIngestion(world: TextbookWorld, textbookId: string) {
  const { queues } = testStack();
  const ctx = { ...world.as(systemActor), ingestQueue: createSqsIngestQueue({ queueUrl: queues.ingest.url }) };
  return startPoller({
    client: new SQSClient({}),
    queue: queues.ingest,
    batchSize: 1,
    waitS: 1,
    timeoutMs: 60_000,
    handler: async ({ Records }) => {
      for (const record of Records) if (record.body.includes(textbookId)) await ingestRecord(ctx, record);
    },
  });
}

async function settled(read: () => Promise<TextbookView>, seen: number[]): Promise<TextbookView> {
  for (;;) {
    const view = await read();
    seen.push(view.pagesDone);
    if (view.state === "ready" || view.state === "failed") return view;
    await delay(50);
  }
}

describe("from an uploaded PDF to a book that can be asked", () => {
  it("reads, indexes and shows it, with progress on the way", async () => {
    const world = textbookWorld();
    const admin = world.as(platformAdmin());
    const file = sampleBook("biologi-8");
    const { textbook, upload } = await addTextbook(admin, {
      title: "Биологи VIII",
      subject: "biology",
      grade: 8,
      year: 2026,
      fileName: "biologi-8.pdf",
      sizeBytes: file.byteLength,
    });
    const { textbookId } = textbook;
    const poller = startIngestion(world, textbookId);
    try {
      await fetch(upload.url, { method: "PUT", headers: upload.headers, body: file });

      const seen: number[] = [];
      const done = await settled(() => readTextbook(admin, { textbookId }), seen);
      expect(done).toMatchObject({ state: "ready" });
      expect(new Set(seen).size, "steps of progress that were visible").toBeGreaterThan(2);

      const readings = [analyseText("Фотосинтез гэж юу вэ?")];
      const { lexical } = await world.ports.passages.search({
        readings,
        grades: [8],
        textbookId: textbookId as TextbookId,
        limit: 3,
      });
      const best = lexical[0]?.passage;
      expect(best?.section).toContain("Фотосинтез");

      const pupil = world.as(pupilOf(8));
      const contents = await readContents(pupil, { textbookId });
      expect(contents.map((entry) => entry.title)).toContain("БҮЛЭГ 2. Фотосинтез");
      const page = await openPage(pupil, { textbookId, pdfPage: best?.pdfPage ?? 0 });
      expect(page.printedPage).toBe(best?.printedPage);
      expect(page.passages.map((passage) => passage.passageId)).toContain(best?.passageId);
      const image = await fetch(page.image.url);
      expect(image.headers.get("content-type")).toBe("image/webp");
    } finally {
      await poller.stop();
    }
  }, 120_000);
});
