import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { TableHandle } from "../kernel/index.ts";

/**
 * Opens the single table. The endpoint comes from the SDK's own settings (`AWS_ENDPOINT_URL_DYNAMODB`) unless given.
 *
 * A healthy answer takes a few milliseconds, so a request that hangs is cut early and tried again: the SDK's defaults
 * would hold a pupil's question for as long as the function lives.
 */
export function openTable(options: { readonly name: string; readonly endpoint?: string }): TableHandle {
  const client = new DynamoDBClient({
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name: options.name,
  };
}
