import { once } from "node:events";
import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** What happens to one request on its way to the provider or back. `tokens`: server-sent events with text that get through before. */
export type Fault =
  | { readonly kind: "none" }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "hang" | "cut" | "malformed"; readonly tokens: number }
  | { readonly kind: "status"; readonly status: number; readonly retryAfterS?: number }
  /** The connection is reset before a byte of an answer; an answer without a body; a page of a proxy in between. */
  | { readonly kind: "reset" | "empty" | "wrong-type" }
  /** The answer comes, one byte after the other. */
  | { readonly kind: "slow-loris"; readonly msPerByte: number };

export interface FaultProxy {
  readonly url: string;
  /** Requests that came so far. */
  readonly asked: () => number;
  /** One fault a request; the last one stays. */
  play(...faults: readonly Fault[]): void;
  stop(): Promise<void>;
}

/** An HTTP proxy in front of an OpenAI-compatible endpoint that breaks what passes through it. */
export async function startFaultProxy(upstream: string): Promise<FaultProxy> {
  let faults: Fault[] = [{ kind: "none" }];
  let asked = 0;
  const ending = new AbortController();
  const server = createServer((request, response) => {
    asked += 1;
    const fault = (faults.length > 1 ? faults.shift() : faults[0]) ?? { kind: "none" };
    serve(upstream, fault, { request, response, ended: ending.signal }).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: () => asked,
    play(...next) {
      faults = [...next];
      asked = 0;
    },
    async stop() {
      ending.abort();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly ended: AbortSignal;
}

async function serve(upstream: string, fault: Fault, passing: Passing): Promise<void> {
  const { request, response, ended } = passing;
  switch (fault.kind) {
    case "reset":
      request.socket.resetAndDestroy();
      return;
    case "empty":
      response.writeHead(200, { "content-type": "text/event-stream" }).end();
      return;
    case "wrong-type":
      response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Нэвтэрнэ үү</body></html>");
      return;
    case "status":
      response.writeHead(fault.status, {
        "content-type": "application/json",
        ...(fault.retryAfterS === undefined ? {} : { "retry-after": String(fault.retryAfterS) }),
      });
      response.end(JSON.stringify({ error: { message: "no", code: fault.status } }));
      return;
    case "delay":
      await delay(fault.ms, undefined, { signal: ended });
      break;
    case "none":
    case "hang":
    case "cut":
    case "malformed":
    case "slow-loris":
  }
  await forward(upstream, fault, passing);
}

async function forward(upstream: string, fault: Fault, { request, response, ended }: Passing): Promise<void> {
  const path = (request.url ?? "").replace(/^\/v1/u, "");
  const onward = openRequest(`${upstream}${path}`, { method: request.method ?? "POST", headers: request.headers });
  response.on("close", () => onward.destroy());
  request.pipe(onward);
  const [answer] = (await once(onward, "response")) as [IncomingMessage];
  response.writeHead(answer.statusCode ?? 502, { "content-type": answer.headers["content-type"] ?? "" });
  let tokens = 0;
  for await (const event of eventsOf(answer)) {
    if ("tokens" in fault && event.includes('"content"') && tokens === fault.tokens) {
      return breakOff(fault.kind, response, ended);
    }
    if (event.includes('"content"')) tokens += 1;
    if (fault.kind === "slow-loris") await drip(event, fault.msPerByte, response, ended);
    else response.write(event);
  }
  response.end();
}

async function breakOff(kind: "hang" | "cut" | "malformed", response: ServerResponse, ended: AbortSignal) {
  if (kind === "hang") {
    await delay(120_000, undefined, { signal: ended, ref: false });
    return;
  }
  if (kind === "malformed") {
    response.end('data: {"choices":[{"delta":\n\n');
    return;
  }
  // What was written must be on its way before the socket dies, or the client never sees it.
  await delay(20);
  response.destroy();
}

async function drip(event: string, msPerByte: number, response: ServerResponse, ended: AbortSignal): Promise<void> {
  for (const byte of Buffer.from(event)) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await delay(msPerByte, undefined, { signal: ended });
  }
}

/** Whole server-sent events with the empty line that ends each. */
async function* eventsOf(answer: IncomingMessage): AsyncGenerator<string, void> {
  let waiting = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    waiting += decoder.decode(chunk, { stream: true });
    const events = waiting.split(/(?<=\n\n)/u);
    waiting = events.at(-1)?.endsWith("\n\n") ? "" : (events.pop() ?? "");
    yield* events;
  }
  if (waiting !== "") yield waiting;
}
