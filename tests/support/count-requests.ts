import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TableHandle } from "../../packages/core/src/kernel/index.ts";

const writing = new Set([
  "PutItemCommand",
  "UpdateItemCommand",
  "DeleteItemCommand",
  "BatchWriteItemCommand",
  "TransactWriteItemsCommand",
]);

export interface RequestCount {
  readonly writes: number;
  readonly reads: number;
  /** Write and read request units, as the table reports them. */
  readonly writeUnits: number;
  readonly readUnits: number;
}

/** Counts the requests of a table's real client, and makes transactions fail as AWS would and the emulator never does. */
export function countRequests(table: TableHandle): {
  /** What was counted since the last call. */
  take(): RequestCount;
  failNext(code: string, times: number): void;
} {
  const zero = () => ({ writes: 0, reads: 0, writeUnits: 0, readUnits: 0 });
  let count = zero();
  let failing = { code: "", times: 0 };
  const client = table.client as unknown as DynamoDBClient;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName = "" } = context as { readonly commandName?: string };
      const isWrite = writing.has(commandName.replace(/^(Put|Update|Delete|BatchWrite|TransactWrite)Command$/u, toRaw));
      count[isWrite ? "writes" : "reads"] += 1;
      if (isWrite && commandName.startsWith("TransactWrite") && failing.times > 0) {
        failing.times -= 1;
        throw cancelled(failing.code);
      }
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
      const { ConsumedCapacity: used } = result.output as {
        readonly ConsumedCapacity?: Capacity | readonly Capacity[];
      };
      for (const { CapacityUnits = 0 } of used === undefined ? [] : [used].flat()) {
        count[isWrite ? "writeUnits" : "readUnits"] += CapacityUnits;
      }
      return result;
    },
    { step: "initialize", name: "countRequests", override: true },
  );
  return {
    take() {
      const taken = count;
      count = zero();
      return taken;
    },
    failNext(code, times) {
      failing = { code, times };
    },
  };
}

interface Capacity {
  readonly CapacityUnits?: number;
}

const toRaw = (name: string) =>
  name === "BatchWriteCommand"
    ? "BatchWriteItemCommand"
    : name === "TransactWriteCommand"
      ? "TransactWriteItemsCommand"
      : name.replace("Command", "ItemCommand");

function cancelled(code: string): TransactionCanceledException {
  return new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${code}]`,
    $metadata: {},
    CancellationReasons: [{ Code: code }, { Code: "None" }, { Code: "None" }],
  });
}
