import type { DocumentClient } from "electrodb";

/** The single table: one definition, read by the embedded stack and compared with `infra/table.ts` by a test. */
export const tableDefinition = {
  partitionKey: "pk",
  sortKey: "sk",
  indexes: ["gsi1", "gsi2", "gsi3"],
  ttlAttribute: "ttl",
} as const;

/** A DynamoDB document client with the table's name; stores are built from it. */
export interface TableHandle {
  readonly client: DocumentClient;
  readonly name: string;
}

/** DynamoDB TTL wants whole seconds since 1970. */
export function ttlSeconds(timeMs: number): number {
  return Math.ceil(timeMs / 1000);
}
