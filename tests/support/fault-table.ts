import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { TableHandle } from "../../packages/core/src/kernel/index.ts";

/**
 * What the table does with a request. `throttle` and `outage` meet every attempt, so that the SDK's own retries are part of
 * what is tested; `lost-answer` does what was asked and then loses the connection.
 */
export type TableFault = "throttle" | "outage" | "server-error" | "conflict" | "lost-answer" | "unprocessed" | "slow";

export interface FaultTable {
  /** Requests that match meet the fault, so many attempts of them; Infinity until {@link FaultTable.heal}. */
  fail(fault: TableFault, options?: { readonly command?: RegExp; readonly times?: number }): void;
  heal(): void;
  /** Attempts that met a fault. */
  readonly met: () => number;
}

const slowMs = 300;

/** Puts faults between a table's real client and its wire, where the emulator never makes any. */
export function faultTable(table: TableHandle): FaultTable {
  let playing: { fault: TableFault; command: RegExp; left: number } | undefined;
  let met = 0;
  const client = table.client as unknown as DynamoDBClient;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName = "" } = context as { readonly commandName?: string };
      if (!playing || playing.left <= 0 || !playing.command.test(commandName)) return next(args);
      playing.left -= 1;
      met += 1;
      switch (playing.fault) {
        case "throttle":
          throw failure("ThrottlingException", 400, { throttling: true });
        case "server-error":
          throw failure("InternalServerError", 500, {});
        case "outage":
          throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
        case "conflict":
          throw new TransactionCanceledException({
            message: "Transaction cancelled [TransactionConflict, None]",
            $metadata: {},
            CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }],
          });
        case "lost-answer":
          await next(args);
          throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET", name: "TimeoutError" });
        case "slow":
          await new Promise((resolve) => setTimeout(resolve, slowMs));
          return next(args);
        case "unprocessed": {
          const { RequestItems } = (args as { readonly input: { readonly RequestItems: unknown } }).input;
          return { response: {}, output: { $metadata: {}, UnprocessedItems: RequestItems } } as never;
        }
      }
    },
    // Inside the SDK's retries, which stand in this step with a high priority.
    { step: "finalizeRequest", priority: "low", name: "faultTable", override: true },
  );
  return {
    fail: (fault, { command = /.*/u, times = Number.POSITIVE_INFINITY } = {}) => {
      playing = { fault, command, left: times };
    },
    heal: () => {
      playing = undefined;
    },
    met: () => met,
  };
}

const failure = (name: string, status: number, $retryable: object) =>
  Object.assign(new Error(name), { name, $retryable, $fault: "server", $metadata: { httpStatusCode: status } });
