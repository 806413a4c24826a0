import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTable } from "../../scripts/embedded/create-table.ts";
import { type DynamoDb, startDynamoDb } from "../../scripts/embedded/dynamodb.ts";
import { sweepExpired } from "../../scripts/embedded/ttl-sweeper.ts";
import { temporaryDir } from "../support/stack.ts";

const TableName = "ukhaan";
let dir: string;
let server: DynamoDb;
let client: DynamoDBClient;

beforeAll(async () => {
  dir = temporaryDir();
  await start();
});
afterAll(() => server.stop());

async function start(): Promise<void> {
  server = await startDynamoDb({ dir, port: 0 });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new DynamoDBClient({ endpoint: server.endpoint, region: "ap-northeast-2", credentials });
  await createTable(client, TableName);
}

const put = (pk: string, ttl: { N: string } | { S: string }) =>
  client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, sk: { S: "a" }, ttl } }));
const get = async (pk: string) =>
  (await client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: "a" } } }))).Item;

test("a second start finds the table and its items", async () => {
  await put("kept", { N: "4102444800" });
  await server.stop();
  await start();
  expect(await get("kept")).toBeDefined();
});

test("expired items are swept as AWS does it: no others, nothing older than five years, no text", async () => {
  const nowS = 1_800_000_000;
  await put("expired", { N: String(nowS - 1) });
  await put("living", { N: String(nowS + 1) });
  await put("ancient", { N: String(nowS - 6 * 365 * 86_400) });
  await put("text", { S: "1" });
  expect(await sweepExpired(client, TableName, nowS)).toBe(1);
  const left = await Promise.all(["expired", "living", "ancient", "text"].map(async (pk) => Boolean(await get(pk))));
  expect(left).toEqual([false, true, true, true]);
});

test("a port that is taken is named in one sentence", async () => {
  const port = Number(new URL(server.endpoint).port);
  await expect(startDynamoDb({ dir: temporaryDir(), port })).rejects.toThrow(
    `DynamoDB can't start: port ${port} is used by another program.`,
  );
});
