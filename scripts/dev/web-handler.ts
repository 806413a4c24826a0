import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

/** Answers what is not an API call: pages, assets, loaders and actions. */
export interface WebHandler {
  handle(incoming: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): Promise<void>;
}

export type FetchHandler = (request: Request) => Promise<Response>;

/** Lets a handler of web requests answer a request of Node's. */
export async function answerWith(
  handler: FetchHandler,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const answer = await handler(toRequest(incoming, gone.signal));
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    // The one header whose values must not be joined.
    if (name === "set-cookie") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  if (!answer.body) {
    response.end();
    return;
  }
  response.flushHeaders();
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), response).catch((error: unknown) => {
    if (!gone.signal.aborted) throw error;
  });
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  // As CloudFront does: whatever the client wrote here is replaced.
  headers.set("cloudfront-viewer-address", `${incoming.socket.remoteAddress ?? ""}:${incoming.socket.remotePort ?? 0}`);
  const method = incoming.method ?? "GET";
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers, signal });
  const body = Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>;
  return new Request(url, { method, headers, signal, body, duplex: "half" });
}
