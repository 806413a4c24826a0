import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { LambdaFunctionURLEvent, StreamifyHandler } from "aws-lambda";
import { functionUrlEvent, readRequestBody } from "./function-url-event.ts";
import { lambdaContext } from "./lambda-context.ts";

export type StreamingHandler = StreamifyHandler<LambdaFunctionURLEvent, void>;

interface ResponseMetadata {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** Lambda's own mark on a streaming handler. */
const streaming = Symbol.for("aws.lambda.runtime.handler.streaming");

/** Provides the global `awslambda`, as Lambda's runtime does. To be called before a streaming handler is imported. */
export function installStreamingRuntime(): void {
  const from = (stream: Writable, metadata: ResponseMetadata) => {
    if (stream instanceof FunctionUrlStream) stream.metadata = metadata;
    return stream;
  };
  const streamifyResponse = (handler: StreamingHandler) => Object.assign(handler, { [streaming]: "response" });
  Object.assign(globalThis, { awslambda: { HttpResponseStream: { from }, streamifyResponse } });
}

/**
 * Answers one HTTP request by a streaming handler, as a function URL with RESPONSE_STREAM does. A client that goes away
 * does not stop the handler: Lambda lets it finish, so answers are saved, and what it still writes is dropped.
 * @returns when the handler has ended
 */
export async function serveFunctionUrl(
  handler: StreamingHandler,
  incoming: IncomingMessage,
  response: ServerResponse,
  options: { readonly timeoutMs?: number } = {},
): Promise<void> {
  if (!(streaming in handler)) throw new TypeError("The handler was not made by awslambda.streamifyResponse");
  const body = await readRequestBody(incoming);
  if (!body) return endWith(response, 413, "Request Entity Too Large");

  const stream = new FunctionUrlStream(response);
  const streamEnded = finished(stream, { readable: false });
  streamEnded.catch(() => undefined);
  const invocation = async () => {
    await handler(functionUrlEvent(incoming, body), stream, lambdaContext(options.timeoutMs ?? 60_000));
    if (!stream.writableEnded) stream.end();
    await streamEnded;
  };
  try {
    await invocation();
  } catch (error) {
    console.error("A function failed:", error);
    if (response.headersSent) response.destroy();
    else endWith(response, 502, "Internal Server Error");
  }
}

function endWith(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ Message: message }));
}

/** What the handler writes into. The head goes out with the first write, so a handler that writes nothing has no head. */
class FunctionUrlStream extends Writable {
  metadata: ResponseMetadata = {};
  private readonly response: ServerResponse;

  constructor(response: ServerResponse) {
    super();
    this.response = response;
    response.on("error", () => undefined);
  }

  setContentType(contentType: string): void {
    this.metadata = { ...this.metadata, headers: { ...this.metadata.headers, "content-type": contentType } };
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    const { response } = this;
    if (response.destroyed) return callback();
    this.sendHead();
    if (chunk.length === 0 || response.write(chunk)) return callback();
    // Wait for a slow client, but not for one that has gone.
    const gone = new AbortController();
    const { signal } = gone;
    Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })])
      .catch(() => undefined)
      .finally(() => {
        gone.abort();
        callback();
      });
  }

  override _final(callback: (error?: Error | null) => void): void {
    const { response } = this;
    if (!response.destroyed) {
      // As on Lambda: status and headers travel with the first byte, and there was none.
      if (!response.headersSent) endWith(response, 502, "Internal Server Error");
      else response.end();
    }
    callback();
  }

  private sendHead(): void {
    const { response, metadata } = this;
    if (response.headersSent) return;
    for (const [name, value] of Object.entries(metadata.headers ?? {})) response.setHeader(name, value);
    if (metadata.cookies?.length) response.setHeader("set-cookie", metadata.cookies);
    if (!response.hasHeader("content-type")) response.setHeader("content-type", "application/octet-stream");
    response.writeHead(metadata.statusCode ?? 200);
    response.flushHeaders();
  }
}
