import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createHttpFront } from "../../scripts/dev/http-front.ts";
import { takeLock } from "../../scripts/dev/pid-lock.ts";
import { createStaticFiles } from "../../scripts/dev/static-files.ts";
import { answerWith } from "../../scripts/dev/web-handler.ts";
import { installStreamingRuntime } from "../../scripts/embedded/function-url.ts";
import { closeServer, listenOnLoopback } from "../../scripts/embedded/http-server.ts";
import { temporaryDir } from "../support/stack.ts";

const script = `console.log(${JSON.stringify("Ухаан ".repeat(500))});`;
const front = createHttpFront();
const pages = vi.fn<(request: Request) => Promise<Response>>();
let address: string;

beforeAll(async () => {
  const dir = temporaryDir();
  const client = join(dir, "client");
  mkdirSync(join(client, "assets"), { recursive: true });
  writeFileSync(join(client, "assets", "entry-abc.js"), script);
  writeFileSync(join(client, "manifest.webmanifest"), "{}");
  writeFileSync(join(dir, "secret.txt"), "not for the web");
  mkdirSync(join(dir, "client-private"));
  writeFileSync(join(dir, "client-private", "secret.txt"), "not for the web");

  installStreamingRuntime();
  const chat = awslambda.streamifyResponse(async (event: { rawPath: string }, stream) => {
    stream.end(`chat ${event.rawPath}`);
  });
  const serveFile = createStaticFiles(client);
  const web = {
    async handle(...[incoming, response]: Parameters<typeof serveFile>) {
      if (!(await serveFile(incoming, response))) await answerWith(pages, incoming, response);
    },
    stop: async () => undefined,
  };
  front.open({ web, loadChat: async () => chat });
  address = await listenOnLoopback(front.server, 0, "Test");
});
afterAll(() => closeServer(front.server));

/** `fetch` would decode bodies and tidy paths. */
async function get(path: string, headers: Record<string, string> = {}) {
  const { port } = new URL(address);
  const sent = httpRequest({ host: "127.0.0.1", port, path, headers }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

describe("one address for all", () => {
  test.each([
    ["/api/chat", "chat /api/chat"],
    ["/api/chat/resume?id=1", "chat /api/chat/resume"],
    ["/api/chatter", "page /api/chatter"],
    ["/", "page /"],
  ])("%s", async (path, answer) => {
    pages.mockImplementation(async (request) => new Response(`page ${new URL(request.url).pathname}`));
    expect((await get(path)).body.toString()).toBe(answer);
  });

  test("a request that fails answers 500, and the terminal says why", async () => {
    const complaints = vi.mocked(console.error).mockImplementation(() => undefined);
    pages.mockRejectedValueOnce(new Error("The loader is broken"));
    expect((await get("/broken")).status).toBe(500);
    expect(complaints).toHaveBeenCalledOnce();
    complaints.mockClear();
  });
});

describe("static files", () => {
  test.each([
    ["br", "gzip, deflate, br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    [undefined, "identity", (body: Buffer) => body],
  ])("are sent as %s to who accepts %s", async (encoding, accepted, decode) => {
    const { headers, body } = await get("/assets/entry-abc.js", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-length"]).toBe(String(body.length));
    expect(decode(body).toString()).toBe(script);
  });

  test("that keep their name are asked for again, and answer 304", async () => {
    const { headers } = await get("/manifest.webmanifest");
    expect(headers["cache-control"]).toBe("no-cache");
    const again = await get("/manifest.webmanifest", { "if-none-match": headers.etag ?? "" });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/../client-private/secret.txt",
    "/%00",
    "/%E0%A4%A",
  ])("%s is none", async (path) => {
    pages.mockImplementation(async () => new Response("page", { status: 404 }));
    expect((await get(path)).body.toString()).not.toContain("not for the web");
  });
});

describe("pages", () => {
  test("stream as they are written, uncompressed, with each cookie on its own", async () => {
    const parts = new TransformStream<Uint8Array, Uint8Array>();
    const writer = parts.writable.getWriter();
    const headers = new Headers([
      ["set-cookie", "a=1; Expires=Sat, 21 Nov 2026 00:00:00 GMT"],
      ["set-cookie", "b=2"],
    ]);
    pages.mockImplementation(async () => new Response(parts.readable, { headers }));
    const answer = await fetch(address, { headers: { "accept-encoding": "br" } });
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.getSetCookie()).toHaveLength(2);
    const reader = answer.body?.getReader();
    void writer.write(Buffer.from("first"));
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
    await writer.close();
  });

  test("get the body, and learn that the reader has gone", async () => {
    const seen: { body?: string; signal?: AbortSignal } = {};
    pages.mockImplementation(async (request) => {
      seen.body = await request.text();
      seen.signal = request.signal;
      return new Promise(() => undefined);
    });
    const leaving = new AbortController();
    const answer = fetch(address, { method: "POST", body: "нэр=Болд", signal: leaving.signal });
    await vi.waitFor(() => expect(seen.body).toBe("нэр=Болд"), { timeout: 10_000 });
    leaving.abort();
    await expect(answer).rejects.toThrow("aborted");
    await vi.waitFor(() => expect(seen.signal?.aborted).toBe(true), { timeout: 10_000 });
  });
});

describe("a lock", () => {
  test("is held by one, and taken over from a process that is gone", async () => {
    const file = join(temporaryDir(), "dev.lock");
    const first = takeLock(file, "http://127.0.0.1:3000");
    expect(takeLock(file, "second")).toEqual({
      held: false,
      holder: { pid: process.pid, note: "http://127.0.0.1:3000" },
    });
    if (first.held) first.release();

    const gone = spawn("true");
    await once(gone, "exit");
    writeFileSync(file, JSON.stringify({ pid: gone.pid, note: "old" }));
    expect(takeLock(file, "new").held).toBe(true);
  });
});
