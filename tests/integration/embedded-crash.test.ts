import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, paginateScan, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { paginateListObjectsV2, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { S3Event } from "aws-lambda";
import { afterEach, expect, test, vi } from "vitest";
import { temporaryDir } from "../support/stack.ts";

type Environment = Record<string, string>;
let program: ChildProcess | undefined;
afterEach(() => program?.kill("SIGKILL"));

/** Starts the stack as a program of its own. @returns its environment */
async function startProgram(dir: string): Promise<Environment> {
  const file = new URL("../../scripts/embedded/run-stack.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [file, dir], { stdio: ["pipe", "pipe", "inherit"] });
  program = child;
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  return JSON.parse(line) as Environment;
}

function clients(env: Environment) {
  const resource = (name: string) => JSON.parse(env[`SST_RESOURCE_${name}`] ?? "{}") as Record<string, string>;
  const shared = {
    region: env["AWS_REGION"] ?? "",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  };
  const at = (service: string) => ({ ...shared, endpoint: env[`AWS_ENDPOINT_URL_${service}`] ?? "" });
  return {
    db: new DynamoDBClient(at("DYNAMODB")),
    s3: new S3Client({ ...at("S3"), forcePathStyle: true }),
    sqs: new SQSClient(at("SQS")),
    cognito: new CognitoIdentityProviderClient(at("COGNITO_IDENTITY_PROVIDER")),
    table: resource("Table")["name"] ?? "",
    uploads: resource("Uploads")["name"] ?? "",
    ingest: resource("IngestQueue")["url"] ?? "",
    interactions: resource("InteractionQueue")["url"] ?? "",
    pool: resource("StaffPool")["id"] ?? "",
  };
}
type Clients = ReturnType<typeof clients>;

/** Writes of every kind, without a pause; each notes what was acknowledged, and ends when the program is gone. */
function writers(c: Clients, acknowledged: Record<string, string[]>): Promise<unknown>[] {
  const run = async (kind: string, write: (id: string) => Promise<unknown>) => {
    const done: string[] = [];
    acknowledged[kind] = done;
    for (let count = 0; ; count += 1) {
      await write(`${kind}-${count}`);
      done.push(`${kind}-${count}`);
    }
  };
  const item = (id: string) => ({ pk: { S: id }, sk: { S: "a" } });
  const pair = (id: string) =>
    ["a", "b"].map((sk) => ({ Put: { TableName: c.table, Item: { pk: { S: id }, sk: { S: sk } } } }));
  const user = (id: string) => ({
    UserPoolId: c.pool,
    Username: `${id}@school.mn`,
    MessageAction: "SUPPRESS" as const,
  });
  return [
    run("item", (id) => c.db.send(new PutItemCommand({ TableName: c.table, Item: item(id) }))),
    run("pair", (id) => c.db.send(new TransactWriteItemsCommand({ TransactItems: pair(id) }))),
    run("object", (id) => c.s3.send(new PutObjectCommand({ Bucket: c.uploads, Key: id, Body: id }))),
    run("message", (id) => c.sqs.send(new SendMessageCommand({ QueueUrl: c.interactions, MessageBody: id }))),
    run("user", (id) => c.cognito.send(new AdminCreateUserCommand(user(id)))),
  ];
}

async function readItems(c: Clients): Promise<string[]> {
  const found: string[] = [];
  for await (const page of paginateScan({ client: c.db }, { TableName: c.table })) {
    found.push(...(page.Items ?? []).map((item) => `${item["pk"]?.S}/${item["sk"]?.S}`));
  }
  return found;
}

async function readObjects(c: Clients): Promise<string[]> {
  const found: string[] = [];
  for await (const page of paginateListObjectsV2({ client: c.s3 }, { Bucket: c.uploads })) {
    found.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ""));
  }
  return found;
}

async function drain(c: Clients, QueueUrl: string, bodies: Set<string>): Promise<void> {
  const receive = () => c.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  for (let messages = (await receive()).Messages; messages?.length; messages = (await receive()).Messages) {
    for (const { Body, ReceiptHandle } of messages) {
      bodies.add(Body ?? "");
      await c.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}

const keyOf = (body: string) => (JSON.parse(body) as S3Event).Records[0]?.s3.object.key;

test("what was acknowledged is there after kill -9, and nothing is left running", { timeout: 60_000 }, async () => {
  const dir = temporaryDir();
  const acknowledged: Record<string, string[]> = {};
  const running = writers(clients(await startProgram(dir)), acknowledged);
  await vi.waitFor(
    () => expect(Math.min(...Object.values(acknowledged).map((ids) => ids.length))).toBeGreaterThan(20),
    { timeout: 20_000 },
  );
  const databasePid = Number(readFileSync(join(dir, "dynamodb", "dynamodb.pid"), "utf8"));
  program?.kill("SIGKILL");
  await Promise.allSettled(running);
  await vi.waitFor(() => expect(() => process.kill(-databasePid, 0)).toThrow("ESRCH"), { timeout: 10_000 });

  const c = clients(await startProgram(dir));
  const { item = [], pair = [], object = [], message = [], user = [] } = acknowledged;
  const items = await readItems(c);
  expect(items).toEqual(expect.arrayContaining(item.map((id) => `${id}/a`)));
  expect(items).toEqual(expect.arrayContaining(pair.flatMap((id) => [`${id}/a`, `${id}/b`])));
  const halves = (sk: string) => items.filter((id) => id.startsWith("pair") && id.endsWith(sk)).length;
  expect(halves("/a")).toBe(halves("/b"));

  expect(await readObjects(c)).toEqual(expect.arrayContaining(object));
  const announced = new Set<string>();
  await vi.waitFor(
    async () => {
      await drain(c, c.ingest, announced);
      expect([...announced].map(keyOf)).toEqual(expect.arrayContaining(object));
    },
    { timeout: 10_000 },
  );
  const messages = new Set<string>();
  await drain(c, c.interactions, messages);
  expect([...messages]).toEqual(expect.arrayContaining(message));

  const { Users } = await c.cognito.send(new ListUsersCommand({ UserPoolId: c.pool }));
  const names = Users?.flatMap(({ Attributes }) =>
    Attributes?.filter(({ Name }) => Name === "email").map(({ Value }) => Value),
  );
  expect(names?.length ?? 0).toBeGreaterThanOrEqual(user.length);
});
