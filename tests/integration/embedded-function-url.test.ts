import { EventEmitter, once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { LambdaFunctionURLEvent } from "aws-lambda";
import { afterEach, expect, test, vi } from "vitest";
import {
  installStreamingRuntime,
  serveFunctionUrl,
  type StreamingHandler,
} from "../../scripts/embedded/function-url.ts";
import { closeServer, listenOnLoopback } from "../../scripts/embedded/http-server.ts";

installStreamingRuntime();
let server: Server | undefined;
afterEach(() => server && closeServer(server));

/** @returns the address of a server that answers every request by this handler */
function serve(handler: StreamingHandler): Promise<string> {
  const streaming = awslambda.streamifyResponse(handler);
  server = createServer((request, response) => void serveFunctionUrl(streaming, request, response));
  return listenOnLoopback(server, 0, "Test");
}

const head = { statusCode: 201, headers: { "content-type": "text/event-stream", "x-one": "1" } };

test("the first chunk arrives while the handler still works", async () => {
  const client = new EventEmitter();
  const address = await serve(async (_event, stream) => {
    const out = awslambda.HttpResponseStream.from(stream, { ...head, cookies: ["a=1; HttpOnly", "b=2"] });
    out.write("data: first\n\n");
    await once(client, "read");
    out.end("data: last\n\n");
  });
  const response = await fetch(address);
  expect([response.status, response.headers.get("x-one")]).toEqual([201, "1"]);
  expect(response.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe("data: first\n\n");
  client.emit("read");
  expect((await reader?.read())?.value).toBe("data: last\n\n");
  expect((await reader?.read())?.done).toBe(true);
});

test("a client that goes away does not stop the handler", async () => {
  const client = new EventEmitter();
  let saved = false;
  const address = await serve(async (_event, stream) => {
    const out = awslambda.HttpResponseStream.from(stream, head);
    out.write("data: first\n\n");
    await once(client, "gone");
    for (let chunk = 0; chunk < 50; chunk += 1) {
      if (!out.write("x".repeat(100_000))) await once(out, "drain");
    }
    out.end();
    await once(out, "finish");
    saved = true;
  });
  const leaving = new AbortController();
  const response = await fetch(address, { signal: leaving.signal });
  await response.body?.getReader().read();
  leaving.abort();
  await vi.waitFor(async () => expect(await openConnections()).toBe(0), { timeout: 10_000 });
  client.emit("gone");
  await vi.waitFor(() => expect(saved).toBe(true), { timeout: 10_000 });
});

const openConnections = () =>
  new Promise<number>((resolve) => server?.getConnections((_error, count) => resolve(count)));

test("the event has the shape of a function URL", async () => {
  const events: LambdaFunctionURLEvent[] = [];
  const address = await serve(async (event, stream) => {
    events.push(event);
    stream.end("ok");
  });
  const json = { "content-type": "application/json", cookie: "session=abc; locale=mn" };
  await fetch(`${address}/api/chat/resume?id=1&id=2`, { method: "POST", headers: json, body: '{"text":"Сайн уу"}' });
  await fetch(address, { method: "POST", headers: { "content-type": "audio/wav" }, body: new Uint8Array([0, 255, 1]) });
  expect(events[0]).toMatchObject({
    version: "2.0",
    rawPath: "/api/chat/resume",
    rawQueryString: "id=1&id=2",
    cookies: ["session=abc", "locale=mn"],
    body: '{"text":"Сайн уу"}',
    isBase64Encoded: false,
    requestContext: { http: { method: "POST", path: "/api/chat/resume", sourceIp: "127.0.0.1" } },
  });
  expect(events[0]?.headers["cookie"]).toBeUndefined();
  expect([events[1]?.body, events[1]?.isBase64Encoded]).toEqual(["AP8B", true]);
});

test("a request larger than Lambda takes is refused before the handler", async () => {
  const handler = vi.fn(async () => undefined);
  const address = await serve(handler);
  const response = await fetch(address, { method: "POST", body: new Uint8Array(6 * 2 ** 20 + 1) });
  expect(response.status).toBe(413);
  expect(handler).not.toHaveBeenCalled();
});

test.each<[string, StreamingHandler]>([
  ["throws", async () => Promise.reject(new Error("bug"))],
  [
    "writes nothing, so that its head never leaves",
    async (_event, stream) => {
      awslambda.HttpResponseStream.from(stream, { statusCode: 204 }).end();
    },
  ],
])("a handler that %s answers 502", async (_name, handler) => {
  const complaints = vi.mocked(console.error).mockImplementation(() => undefined);
  const address = await serve(handler);
  expect((await fetch(address)).status).toBe(502);
  complaints.mockClear();
});

test("a handler that throws half way breaks the answer off", async () => {
  const complaints = vi.mocked(console.error).mockImplementation(() => undefined);
  const address = await serve(async (_event, stream) => {
    awslambda.HttpResponseStream.from(stream, head).write("data: first\n\n");
    await delay(1);
    throw new Error("bug");
  });
  const response = await fetch(address);
  await expect(response.text()).rejects.toThrow("terminated");
  expect(complaints).toHaveBeenCalledOnce();
  complaints.mockClear();
});
