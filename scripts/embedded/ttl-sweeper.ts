import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import { tableDefinition } from "../../packages/core/src/kernel/table.ts";

const { partitionKey, sortKey, ttlAttribute } = tableDefinition;
const fiveYearsS = 5 * 365 * 86_400;

export interface TtlSweeper {
  stop(): void;
}

/** Deletes expired items every minute. AWS takes hours to do the same: code must still skip expired items itself. */
export function startTtlSweeper(client: DynamoDBClient, tableName: string, everyMs = 60_000): TtlSweeper {
  const timer = setInterval(() => {
    sweepExpired(client, tableName, Math.floor(Date.now() / 1000)).catch((error: unknown) => {
      console.error("Expired items could not be removed:", error);
    });
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Deletes the items whose TTL lies before `nowS` (seconds since 1970). @returns how many were deleted */
export async function sweepExpired(client: DynamoDBClient, tableName: string, nowS: number): Promise<number> {
  let deleted = 0;
  // AWS ignores a TTL that is not a number, or lies more than five years back.
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      FilterExpression: "attribute_type(#ttl, :number) AND #ttl < :now AND #ttl > :oldest",
      ExpressionAttributeNames: { "#ttl": ttlAttribute },
      ExpressionAttributeValues: {
        ":number": { S: "N" },
        ":now": { N: String(nowS) },
        ":oldest": { N: String(nowS - fiveYearsS) },
      },
    },
  );
  for await (const page of pages) {
    for (const item of page.Items ?? []) {
      if (await deleteIfExpired(client, tableName, item, nowS)) deleted += 1;
    }
  }
  return deleted;
}

async function deleteIfExpired(
  client: DynamoDBClient,
  tableName: string,
  item: Record<string, AttributeValue>,
  nowS: number,
): Promise<boolean> {
  const pk = item[partitionKey];
  const sk = item[sortKey];
  if (!pk || !sk) return false;
  const removal = new DeleteItemCommand({
    TableName: tableName,
    Key: { [partitionKey]: pk, [sortKey]: sk },
    // The item may have been renewed since the scan read it.
    ConditionExpression: "#ttl < :now",
    ExpressionAttributeNames: { "#ttl": ttlAttribute },
    ExpressionAttributeValues: { ":now": { N: String(nowS) } },
  });
  try {
    await client.send(removal);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
