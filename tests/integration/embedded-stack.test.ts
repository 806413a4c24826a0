import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { testStack } from "../support/stack.ts";

describe("embedded stack", () => {
  test("an SDK client without options talks to it, on loopback", async () => {
    const table = JSON.parse(process.env["SST_RESOURCE_Table"] ?? "{}") as { name: string };
    const described = await new DynamoDBClient().send(new DescribeTableCommand({ TableName: table.name }));
    const indexes = described.Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName);
    expect(indexes?.toSorted()).toEqual(["gsi1", "gsi2", "gsi3"]);
    for (const endpoint of Object.values(testStack().endpoints)) expect(new URL(endpoint).hostname).toBe("127.0.0.1");
  });
});
