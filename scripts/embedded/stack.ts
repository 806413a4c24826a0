import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { ingestQueue } from "../../packages/functions/src/ingest-queue.ts";
import { startCognito } from "./cognito.ts";
import { createTable } from "./create-table.ts";
import { startDynamoDb } from "./dynamodb.ts";
import { startS3 } from "./s3-server/server.ts";
import { startSes } from "./ses.ts";
import { type Queue, type QueueWithDeadLetters, startSqs } from "./sqs.ts";
import { startTtlSweeper } from "./ttl-sweeper.ts";

export interface StackOptions {
  /** Where all state lives; a later start in the same place finds everything again. */
  readonly dir: string;
  /** A port that is missing or 0 is picked by the system. */
  readonly ports?: {
    readonly dynamodb?: number;
    readonly s3?: number;
    readonly sqs?: number;
    readonly cognito?: number;
    readonly ses?: number;
  };
  readonly ingestVisibilityTimeoutS?: number;
  readonly interactionVisibilityTimeoutS?: number;
}

export interface EmbeddedStack {
  readonly endpoints: {
    readonly dynamodb: string;
    readonly s3: string;
    readonly sqs: string;
    readonly cognito: string;
    readonly ses: string;
  };
  /** Where mails are kept, one file each. */
  readonly mailDir: string;
  /** The environment that makes a program use this stack; see `useEnvironment`. */
  readonly env: Readonly<Record<string, string>>;
  readonly queues: {
    readonly ingest: QueueWithDeadLetters;
    readonly interactions: Queue;
    readonly flags: Queue;
    readonly mails: Queue;
  };
  readonly sqs: SQSClient;
  stop(): Promise<void>;
}

const region = "ap-northeast-2";
const tableName = "ukhaan";
const buckets = { uploads: "ukhaan-uploads", library: "ukhaan-library", events: "ukhaan-events" };
const maxReceiveCount = 3;
const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/** Starts every emulator on loopback, with the table, the buckets, the queues and the staff pool that `infra/` makes on AWS. */
export async function startEmbeddedStack(options: StackOptions): Promise<EmbeddedStack> {
  const { dir } = options;
  const mailDir = join(dir, "mail");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const stops: (() => Promise<void>)[] = [];
  const keep = <T extends { stop(): Promise<void> }>(service: T): T => {
    stops.unshift(() => service.stop());
    return service;
  };
  const stop = async () => {
    // Last started, first stopped: S3 announces its changes in SQS.
    for (const stopService of stops.splice(0)) await stopService();
  };

  const started = await Promise.allSettled([
    startTable(options, keep),
    startFilesAndQueues(options, keep),
    startCognito({ dir: join(dir, "cognito"), port: options.ports?.cognito ?? 0, region }).then(keep),
    startSes({ dir: mailDir, port: options.ports?.ses ?? 0 }).then(keep),
  ]);
  const [table, files, cognito, ses] = started;
  if (
    table.status === "rejected" ||
    files.status === "rejected" ||
    cognito.status === "rejected" ||
    ses.status === "rejected"
  ) {
    await stop();
    throw started.find((result) => result.status === "rejected")?.reason;
  }
  const { s3, sqs, queues } = files.value;
  const endpoints = {
    dynamodb: table.value,
    s3: s3.endpoint,
    sqs: sqs.endpoint,
    cognito: cognito.value.endpoint,
    ses: ses.value.endpoint,
  };
  const { userPoolId, userPoolClientId } = cognito.value;
  const env = {
    UKHAAN_HOME: "embedded",
    UKHAAN_SEARCH_FILE: join(dir, "search.db"),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.cognito,
    AWS_ENDPOINT_URL_SESV2: endpoints.ses,
    ...resource("App", { name: "ukhaan", stage: "embedded" }),
    ...resource("Table", { name: tableName, type: "sst.aws.Dynamo" }),
    ...resource("Uploads", { name: buckets.uploads, type: "sst.aws.Bucket" }),
    ...resource("Library", { name: buckets.library, type: "sst.aws.Bucket" }),
    ...resource("Events", { name: buckets.events, type: "sst.aws.Bucket" }),
    ...resource("IngestQueue", { url: queues.ingest.url, type: "sst.aws.Queue" }),
    ...resource("InteractionQueue", { url: queues.interactions.url, type: "sst.aws.Queue" }),
    ...resource("FlagQueue", { url: queues.flags.url, type: "sst.aws.Queue" }),
    ...resource("MailQueue", { url: queues.mails.url, type: "sst.aws.Queue" }),
    ...resource("StaffPool", { id: userPoolId, type: "sst.aws.CognitoUserPool" }),
    ...resource("StaffPoolClient", { id: userPoolClientId, type: "sst.aws.CognitoUserPoolClient" }),
  };
  return { endpoints, env, queues, mailDir, sqs: sqs.client, stop };
}

/** Makes this process, and those it starts, use a stack. */
export function useEnvironment(env: Readonly<Record<string, string>>): void {
  Object.assign(process.env, env);
  // A profile or a session token of a real account in this shell would go before the stack's credentials.
  for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]) {
    delete process.env[name];
  }
}

/** What SST's `Resource` reads. */
const resource = (name: string, value: Record<string, string>) => ({ [`SST_RESOURCE_${name}`]: JSON.stringify(value) });

type Keep = <T extends { stop(): Promise<void> }>(service: T) => T;

async function startTable({ dir, ports }: StackOptions, keep: Keep): Promise<string> {
  const { endpoint } = keep(await startDynamoDb({ dir: join(dir, "dynamodb"), port: ports?.dynamodb ?? 0 }));
  const client = new DynamoDBClient({ endpoint, region, credentials });
  await createTable(client, tableName);
  const sweeper = startTtlSweeper(client, tableName);
  keep({
    async stop() {
      sweeper.stop();
      client.destroy();
    },
  });
  return endpoint;
}

async function startFilesAndQueues(options: StackOptions, keep: Keep) {
  const {
    dir,
    ports,
    ingestVisibilityTimeoutS = ingestQueue.visibilityTimeoutS,
    interactionVisibilityTimeoutS = 30,
  } = options;
  const sqs = keep(await startSqs({ dir: join(dir, "sqs"), port: ports?.sqs ?? 0, region }));
  const queues = {
    ingest: await sqs.ensureQueue("ingest", {
      visibilityTimeoutS: ingestVisibilityTimeoutS,
      maxReceiveCount: ingestQueue.maxReceives,
    }),
    interactions: await sqs.ensureQueue("interactions", {
      visibilityTimeoutS: interactionVisibilityTimeoutS,
      maxReceiveCount,
    }),
    // These two outlast an outage of more than an hour before anything becomes a dead letter.
    flags: await sqs.ensureQueue("flags", { visibilityTimeoutS: 60, maxReceiveCount: 100 }),
    mails: await sqs.ensureQueue("mails", { visibilityTimeoutS: 120, maxReceiveCount: 40 }),
  };
  const announceUpload = async (body: string) => {
    await sqs.client.send(new SendMessageCommand({ QueueUrl: queues.ingest.url, MessageBody: body }));
  };
  const s3 = keep(
    await startS3({
      dir: join(dir, "s3"),
      port: ports?.s3 ?? 0,
      region,
      buckets: Object.values(buckets),
      notifications: [{ bucket: buckets.uploads, event: "ObjectCreated", send: announceUpload }],
    }),
  );
  return { sqs, s3, queues };
}
