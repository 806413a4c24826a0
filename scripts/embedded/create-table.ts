import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { tableDefinition } from "../../packages/core/src/kernel/table.ts";

/** Creates the single table with its indexes and TTL; changes nothing when it is there already. */
export async function createTable(client: DynamoDBClient, tableName: string): Promise<void> {
  await client.send(new CreateTableCommand(tableInput(tableName))).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 }, { TableName: tableName });

  const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
  // Enabling it twice is an error, on AWS too.
  if (ttl.TimeToLiveDescription?.TimeToLiveStatus === "ENABLED") return;
  const TimeToLiveSpecification = { AttributeName: tableDefinition.ttlAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification }));
}

function tableInput(tableName: string) {
  const { partitionKey, sortKey, indexes } = tableDefinition;
  const keys = [{ hash: partitionKey, range: sortKey }, ...indexes.map(indexKeys)];
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST" as const,
    AttributeDefinitions: keys
      .flatMap(({ hash, range }) => [hash, range])
      .map((name) => ({ AttributeName: name, AttributeType: "S" as const })),
    KeySchema: keySchema({ hash: partitionKey, range: sortKey }),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index,
      KeySchema: keySchema(indexKeys(index)),
      Projection: { ProjectionType: "ALL" as const },
    })),
  };
}

const indexKeys = (index: string) => ({ hash: `${index}pk`, range: `${index}sk` });

const keySchema = ({ hash, range }: { hash: string; range: string }) => [
  { AttributeName: hash, KeyType: "HASH" as const },
  { AttributeName: range, KeyType: "RANGE" as const },
];
