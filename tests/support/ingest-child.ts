import { SQSClient } from "@aws-sdk/client-sqs";
import { handler } from "../../packages/functions/src/ingest-textbook.ts";
import { type QueueHandler, startPoller } from "../../scripts/embedded/poller.ts";

/** The ingest function as a program of its own, which a test can kill: takes messages from the queue it is given. */
const [url = "", arn = ""] = process.argv.slice(2);
startPoller({
  client: new SQSClient({ useQueueUrlAsEndpoint: true }),
  queue: { url, arn },
  handler: handler as unknown as QueueHandler,
  batchSize: 1,
  maxConcurrency: 2,
  waitS: 1,
  timeoutMs: 60_000,
});
