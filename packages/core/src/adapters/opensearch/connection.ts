import { setTimeout as delay } from "node:timers/promises";
import { Client, errors } from "@opensearch-project/opensearch";
import { AwsSigv4Signer } from "@opensearch-project/opensearch/aws-v3";
import { DomainError } from "../../kernel/index.ts";

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface ConnectionOptions {
  readonly endpoint: string;
  /** Set for Amazon OpenSearch Service: requests are signed (SigV4, service `es`). Without it they go out as they are. */
  readonly region?: string;
  /** Only with `region`; else the SDK's own chain of credentials. */
  readonly credentials?: () => Promise<AwsCredentials>;
  readonly timeouts?: {
    /** For one question to the engine, its retry included: a pupil waits. */
    readonly searchMs?: number;
    /** For one write, each of its retries apart. */
    readonly writeMs?: number;
  };
}

export interface EngineRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "HEAD";
  readonly path: string;
  readonly body?: object;
  /** Lines of JSON, each ended by a line break. */
  readonly lines?: string;
  readonly query?: Readonly<Record<string, string | boolean>>;
}

export interface EngineAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Connection {
  /** Asks for a pupil: one more try at most, all within `searchMs`. @throws DomainError `unavailable` */
  search(request: EngineRequest): Promise<EngineAnswer>;
  /** Changes something, in a way that may be repeated: tried again with growing pauses. @throws DomainError `unavailable` */
  write(request: EngineRequest): Promise<EngineAnswer>;
  close(): Promise<void>;
}

/** Overload, and gateways in front of an engine that restarts. */
const passing = new Set([429, 502, 503, 504]);
const writeTries = 5;

/** The engine did not take the request and would not take it again: a bug or a wrong mapping, not an outage. */
export class EngineRefusal extends Error {
  readonly status: number;
  /** The engine's own name for it, for example `mapper_parsing_exception`. */
  readonly type: string;

  constructor(request: string, status: number, type: string, reason: string) {
    super(`the search engine refused ${request}: ${status} ${type}: ${reason}`);
    this.name = "EngineRefusal";
    this.status = status;
    this.type = type;
  }
}

export const searchDown = (cause: unknown): DomainError =>
  new DomainError("unavailable", "textbook.search-down", { retryAfterS: 5 }, { cause });

/** Before try number `attempt` (from 1): 0.2 s, 0.4 s … 3 s, of which a random half, so that many writers don't return together. */
export const pause = (attempt: number): Promise<void> =>
  delay(Math.min(3_000, 100 * 2 ** attempt) * (0.5 + Math.random() / 2));

export function connect({ endpoint, region, credentials, timeouts = {} }: ConnectionOptions): Connection {
  const { searchMs = 2_500, writeMs = 20_000 } = timeouts;
  const signed =
    region === undefined
      ? {}
      : AwsSigv4Signer({
          region,
          service: "es",
          ...(credentials === undefined ? {} : { getCredentials: credentials }),
        });
  const client = new Client({ ...signed, node: endpoint, maxRetries: 0 });

  const send = async (request: EngineRequest, timeoutMs: number): Promise<EngineAnswer> => {
    const { method, path, body, lines, query } = request;
    const answer = await client.transport.request(
      {
        method,
        path,
        ...(body === undefined ? {} : { body }),
        ...(lines === undefined ? {} : { bulkBody: lines }),
        ...(query === undefined ? {} : { querystring: { ...query } }),
      },
      { requestTimeout: timeoutMs, maxRetries: 0, ignore: [404] },
    );
    return { status: answer.statusCode ?? 0, body: answer.body };
  };

  return {
    async search(request) {
      const endMs = Date.now() + searchMs;
      try {
        return await send(request, searchMs);
      } catch (error) {
        // A timeout has used the time up.
        const leftMs = endMs - Date.now();
        if (!isPassing(error) || leftMs < searchMs / 4) throw toProblem(request, error);
        await delay(Math.random() * 100);
        return send(request, endMs - Date.now()).catch((again: unknown) => {
          throw toProblem(request, again);
        });
      }
    },
    async write(request) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await send(request, writeMs);
        } catch (error) {
          const isWorthIt = isPassing(error) || error instanceof errors.TimeoutError;
          if (!isWorthIt || attempt >= writeTries) throw toProblem(request, error);
          await pause(attempt);
        }
      }
    },
    close: () => client.close(),
  };
}

function isPassing(error: unknown): boolean {
  if (error instanceof errors.ResponseError) return passing.has(error.statusCode);
  // Connections that break, also in the middle of an answer.
  return (
    error instanceof errors.ConnectionError ||
    error instanceof errors.NoLivingConnectionsError ||
    error instanceof errors.DeserializationError
  );
}

function toProblem({ method, path }: EngineRequest, error: unknown): Error {
  const isRefused = error instanceof errors.ResponseError && !passing.has(error.statusCode) && error.statusCode < 500;
  // Rights that were lost come back with the next deployment; the pupil is told the same as in an outage.
  if (!isRefused || error.statusCode === 401 || error.statusCode === 403) return searchDown(error);
  const { type = "", reason = "" } =
    (error.body as { readonly error?: { readonly type?: string; readonly reason?: string } } | undefined)?.error ?? {};
  return new EngineRefusal(`${method} ${path}`, error.statusCode, type, reason);
}
