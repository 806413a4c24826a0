import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { DomainError, type TableHandle } from "../kernel/index.ts";

export interface TableOptions {
  readonly name: string;
  readonly endpoint?: string;
  /** Told of every request that the table did not answer, after its retries: an outage has to be seen by somebody. */
  readonly onUnavailable?: (error: unknown) => void;
}

/**
 * Opens the single table. The endpoint comes from the SDK's own settings (`AWS_ENDPOINT_URL_DYNAMODB`) unless given.
 *
 * A healthy answer takes a few milliseconds, so a request that hangs is cut early and tried again: the SDK's defaults
 * would hold a pupil's question for as long as the function lives. A table that does not answer at all, or only says that
 * it is busy, is `unavailable` (kernel.unavailable, `retryAfterS`), whichever operation asked it.
 */
export function openTable({ name, endpoint, onUnavailable }: TableOptions): TableHandle {
  const client = new DynamoDBClient({
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
  // Outermost, so that it sees what is left after the SDK's own retries.
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!isOutage(error)) throw error;
        onUnavailable?.(error);
        throw tableUnavailable(error);
      }
    },
    { step: "initialize", priority: "high", name: "tellOutages" },
  );
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name,
  };
}

/** ElectroDB hands errors on as they are where they carry this mark, and hides all others in one of its own. */
const tableUnavailable = (cause: unknown) =>
  Object.assign(new DomainError("unavailable", "kernel.unavailable", { retryAfterS: 3 }, { cause }), {
    isElectroError: true,
  });

/** Names of the SDK's errors after which another moment may bring an answer; everything else is a refusal or a bug. */
const outages = new Set([
  "TimeoutError",
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "InternalServerError",
  "InternalServerException",
  "ServiceUnavailable",
  "ServiceUnavailableException",
  "InternalFailure",
]);
const connection = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR)/u;

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, $metadata, $retryable } = error as {
    readonly code?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: number };
    readonly $retryable?: { readonly throttling?: boolean };
  };
  if (outages.has(error.name) || $retryable?.throttling === true) return true;
  if (typeof code === "string" && connection.test(code)) return true;
  return ($metadata?.httpStatusCode ?? 0) >= 500;
}
