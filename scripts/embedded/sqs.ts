import { Server } from "node:net";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import {
  CreateQueueCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { startFauxqs } from "fauxqs";
import { loopback, requireFreePort } from "./ports.ts";

const accountId = "000000000000";

export interface Queue {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
}

export interface QueueWithDeadLetters extends Queue {
  readonly deadLetters: Queue;
}

export interface Sqs {
  readonly endpoint: string;
  readonly client: SQSClient;
  /** Creates a queue, or sets the attributes of one that exists. A dead-letter queue `<name>-dlq` comes with it. */
  ensureQueue(
    name: string,
    options: { visibilityTimeoutS: number; maxReceiveCount: number },
  ): Promise<QueueWithDeadLetters>;
  stop(): Promise<void>;
}

/** Starts the SQS emulator on loopback, with its messages in `dir`. */
export async function startSqs(options: { dir: string; port: number; region: string }): Promise<Sqs> {
  const { dir, port, region } = options;
  await requireFreePort(port, "SQS");
  await patchPersistence();
  const server = await onLoopback(() => startFauxqs({ port, logger: false, defaultRegion: region, dataDir: dir }));
  const endpoint = `http://${loopback}:${server.port}`;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SQSClient({ endpoint, region, credentials });

  // The emulator remembers addresses of its last run, which may have used another port.
  const describe = (name: string): Queue => ({
    name,
    url: `${endpoint}/${accountId}/${name}`,
    arn: `arn:aws:sqs:${region}:${accountId}:${name}`,
  });

  return {
    endpoint,
    client,
    async ensureQueue(name, { visibilityTimeoutS, maxReceiveCount }) {
      const deadLetters = describe(`${name}-dlq`);
      await ensure(client, deadLetters, {});
      const queue = describe(name);
      await ensure(client, queue, {
        VisibilityTimeout: String(visibilityTimeoutS),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount }),
      });
      return { ...queue, deadLetters };
    },
    async stop() {
      client.destroy();
      // A long poll that somebody left open would hold the close back for 20 s.
      const patience = new Promise<void>((resolve) => setTimeout(resolve, 1000).unref());
      await Promise.race([server.stop(), patience]);
    },
  };
}

async function ensure(client: SQSClient, queue: Queue, attributes: Record<string, string>): Promise<void> {
  try {
    await client.send(new GetQueueUrlCommand({ QueueName: queue.name }));
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
    await client.send(new CreateQueueCommand({ QueueName: queue.name, Attributes: attributes }));
    return;
  }
  if (Object.keys(attributes).length === 0) return;
  await client.send(new SetQueueAttributesCommand({ QueueUrl: queue.url, Attributes: attributes }));
}

/** The emulator listens on every network card; children's questions have no business there. */
async function onLoopback<T>(start: () => Promise<T>): Promise<T> {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` by Reflect.apply
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...args: unknown[]) {
    const [first, ...rest] = args;
    const anyCard = typeof first === "object" && first !== null && "host" in first && first.host === "0.0.0.0";
    return Reflect.apply(listen, this, [anyCard ? { ...first, host: loopback } : first, ...rest]);
  } as typeof listen;
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

interface Persistence {
  readonly db: DatabaseSync;
  updateMessageReady(messageId: string): void;
  loadSqsAndSns(...args: unknown[]): void;
}

let patched = false;

/**
 * Two faults of fauxqs 2.4.1 with files: ChangeMessageVisibility to 0 writes NULL into a NOT NULL column and loses the
 * message, and a flush to disk for each message is slow (NORMAL still survives kill -9; only a power cut does not).
 */
async function patchPersistence(): Promise<void> {
  if (patched) return;
  patched = true;
  const file = new URL("../../node_modules/fauxqs/dist/persistence.js", import.meta.url).href;
  const module = (await import(/* @vite-ignore */ file)) as { PersistenceManager: { prototype: Persistence } };
  const { prototype } = module.PersistenceManager;

  const statements = new WeakMap<DatabaseSync, StatementSync>();
  prototype.updateMessageReady = function (this: Persistence, messageId) {
    const statement =
      statements.get(this.db) ??
      this.db.prepare("UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?");
    statements.set(this.db, statement);
    statement.run(messageId);
  };

  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` by Reflect.apply
  const { loadSqsAndSns } = prototype;
  prototype.loadSqsAndSns = function (this: Persistence, ...args) {
    this.db.exec("PRAGMA synchronous = NORMAL");
    Reflect.apply(loadSqsAndSns, this, args);
  };
}
