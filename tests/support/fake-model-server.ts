import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttp2Server, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { converseFrames } from "./converse-frames.ts";

/** What the model does with the next requests. Texts are streamed piece by piece. */
export interface ModelScript {
  readonly pieces?: readonly string[];
  readonly firstDelayMs?: number;
  readonly betweenDelayMs?: number;
  /** Before the pieces are through: closes the socket, goes silent, or sends what is no event. */
  readonly after?: { readonly pieces: number; readonly how: "cut" | "hang" | "garbage" | "error-event" | "end-early" };
  /** Answers with this status instead. */
  readonly status?: number;
  readonly retryAfterS?: number;
  readonly finish?: "stop" | "length" | "content_filter";
  /** `costUsd` as OpenRouter tells it. */
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number; readonly costUsd?: number };
}

export interface FakeModelServer {
  /** Base URL of the OpenAI-compatible protocol. */
  readonly openAiUrl: string;
  /** Endpoint of the Bedrock protocol. */
  readonly bedrockUrl: string;
  /** Bodies of the requests so far. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly body: unknown }[];
  /** Requests whose client went away before the end. */
  readonly abandoned: () => number;
  /** One script a request; the last one stays. */
  play(...scripts: readonly ModelScript[]): void;
  stop(): Promise<void>;
}

/** A model provider on loopback that speaks `/chat/completions` (SSE) and Bedrock's ConverseStream over the wire, and fails on demand. */
export async function startFakeModelServer(): Promise<FakeModelServer> {
  let scripts: ModelScript[] = [{ pieces: ["Сайн байна уу. "] }];
  let abandoned = 0;
  const requests: FakeModelServer["requests"] = [];
  const hanging = new AbortController();

  const accept = (request: IncomingMessage, response: ServerResponse) => {
    response.on("close", () => {
      if (!response.writableEnded) abandoned += 1;
    });
    serve(request, response).catch(() => hangUp(response));
  };
  const server = createServer(accept);
  // Bedrock's client speaks HTTP/2 only; Node's compatibility layer gives both kinds of request the same shape.
  const server2 = createHttp2Server((request, response) =>
    accept(request as unknown as IncomingMessage, response as unknown as ServerResponse),
  );
  const sessions = new Set<ServerHttp2Session>();
  server2.on("session", (session) => sessions.add(session));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    requests.push({
      path: request.url ?? "",
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString("utf8") || "null"),
    });
    const script = (scripts.length > 1 ? scripts.shift() : scripts[0]) ?? {};
    const isBedrock = (request.url ?? "").includes("/converse-stream");
    if (script.status !== undefined) return refuse(response, script, isBedrock);
    const write = isBedrock ? converseFrames(response) : completionEvents(response);
    await play(response, script, write, hanging.signal);
  }

  const portOf = async (each: typeof server | typeof server2) => {
    each.listen(0, "127.0.0.1");
    await once(each, "listening");
    return (each.address() as AddressInfo).port;
  };
  return {
    openAiUrl: `http://127.0.0.1:${await portOf(server)}/v1`,
    bedrockUrl: `http://127.0.0.1:${await portOf(server2)}`,
    requests,
    abandoned: () => abandoned,
    play: (...given) => {
      scripts = [...given];
    },
    async stop() {
      hanging.abort();
      for (const session of sessions) session.destroy();
      server.closeAllConnections();
      server.close();
      server2.close();
      await Promise.all([once(server, "close"), once(server2, "close")]);
    },
  };
}

/** One protocol's way of saying things. */
export interface ProtocolWriter {
  start(): void;
  text(piece: string): void;
  garbage(): void;
  errorEvent(): void;
  end(finish: NonNullable<ModelScript["finish"]>, usage: NonNullable<ModelScript["usage"]>): void;
}

async function play(
  response: ServerResponse,
  script: ModelScript,
  write: ProtocolWriter,
  stopped: AbortSignal,
): Promise<void> {
  const { pieces = [], firstDelayMs = 0, betweenDelayMs = 0, after } = script;
  write.start();
  for (const [index, piece] of pieces.entries()) {
    if (after?.pieces === index && (await fail(response, write, after.how, stopped))) return;
    const pauseMs = index === 0 ? firstDelayMs : betweenDelayMs;
    if (pauseMs > 0) await delay(pauseMs, undefined, { signal: stopped });
    write.text(piece);
  }
  if (after && after.pieces >= pieces.length && (await fail(response, write, after.how, stopped))) return;
  write.end(script.finish ?? "stop", script.usage ?? { inputTokens: 100, outputTokens: pieces.length });
}

/** @returns whether the answer is over */
async function fail(
  response: ServerResponse,
  write: ProtocolWriter,
  how: NonNullable<ModelScript["after"]>["how"],
  stopped: AbortSignal,
): Promise<boolean> {
  if (how === "hang") await delay(120_000, undefined, { signal: stopped, ref: false });
  // What was written must be on its way before the socket dies, or the client never sees it.
  if (how === "cut") await delay(20).then(() => hangUp(response));
  if (how === "garbage") write.garbage();
  if (how === "error-event") write.errorEvent();
  response.end();
  return true;
}

/** Ends the connection without a word; under HTTP/2, the stream. */
function hangUp(response: ServerResponse): void {
  const { stream } = response as { readonly stream?: { destroy(error?: Error): void } };
  if (stream) stream.destroy(new Error("cut"));
  else response.destroy();
}

function refuse(response: ServerResponse, { status = 500, retryAfterS }: ModelScript, isBedrock: boolean): void {
  const errorType =
    status === 429 ? "ThrottlingException" : status < 500 ? "ValidationException" : "InternalServerException";
  response.writeHead(status, {
    "content-type": "application/json",
    ...(retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) }),
    ...(isBedrock ? { "x-amzn-errortype": errorType } : {}),
  });
  response.end(JSON.stringify(isBedrock ? { message: "no" } : { error: { message: "no", code: status } }));
}

function completionEvents(response: ServerResponse): ProtocolWriter {
  const send = (payload: object) => response.write(`data: ${JSON.stringify(payload)}\n\n`);
  const chunk = (delta: object, finish: string | null = null) => ({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "fake",
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  return {
    start: () => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      // OpenRouter keeps the line warm with comments while the provider thinks.
      response.write(": OPENROUTER PROCESSING\n\n");
    },
    text: (piece) => send(chunk({ content: piece })),
    garbage: () => response.write('data: {"choices":[{"delta":\n\n'),
    errorEvent: () => send({ ...chunk({}), error: { code: 502, message: "provider failed" } }),
    end: (finish, usage) => {
      send(chunk({}, finish));
      send({
        ...chunk({}),
        choices: [],
        usage: {
          prompt_tokens: usage.inputTokens,
          completion_tokens: usage.outputTokens,
          total_tokens: usage.inputTokens + usage.outputTokens,
          ...(usage.costUsd === undefined ? {} : { cost: usage.costUsd }),
        },
      });
      response.end("data: [DONE]\n\n");
    },
  };
}
