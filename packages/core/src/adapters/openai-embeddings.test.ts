import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { EmbeddingFailure } from "../textbook/ports.ts";
import { createOpenAiEmbeddings } from "./openai-embeddings.ts";

interface Request {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly input: readonly string[]; readonly dimensions?: number };
}
type Answer = (request: Request, response: ServerResponse, attempt: number) => void;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that speaks the embeddings protocol over HTTP; `answer` decides what each attempt gets. */
async function startServer(answer: Answer) {
  const requests: Request[] = [];
  const server = createServer((incoming: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as Request["body"];
      requests.push({ path: incoming.url, authorization: incoming.headers.authorization, body });
      const last = requests.at(-1);
      if (last) answer(last, response, requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { requests, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` };
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};
/** Each text's vector says its length, so that order can be checked. */
const vectors: Answer = ({ body }, response) =>
  json(response, 200, {
    object: "list",
    data: body.input
      .map((text, index) => ({ object: "embedding", index, embedding: [text.length, 0, 1] }))
      .toReversed(),
  });
const options = { apiKey: "key", model: "some-model", dimensions: 3, maxRetries: 2 };

describe("createOpenAiEmbeddings", () => {
  it("asks in batches, with the key, and answers in the order of the texts", async () => {
    const { requests, baseUrl } = await startServer(vectors);
    const embeddings = createOpenAiEmbeddings({ ...options, baseUrl });
    const texts = Array.from({ length: 150 }, (_unused, index) => "х".repeat(index + 1));
    const found = await embeddings.embed(texts, "passage");
    expect(found.map((vector) => vector[0])).toEqual(texts.map((text) => text.length));
    expect(requests.map(({ body }) => body.input.length)).toEqual([64, 64, 22]);
    expect(requests[0]).toMatchObject({ path: "/v1/embeddings", authorization: "Bearer key" });
    expect(requests[0]?.body.dimensions).toBeUndefined();
  });

  it("names the dimensions to models that can shorten their vectors", async () => {
    const { requests, baseUrl } = await startServer(vectors);
    await createOpenAiEmbeddings({ ...options, baseUrl, model: "text-embedding-3-small" }).embed(["а"], "query");
    expect(requests[0]?.body.dimensions).toBe(3);
  });

  it("sends something in place of an empty text, and nothing for no texts", async () => {
    const { requests, baseUrl } = await startServer(vectors);
    const embeddings = createOpenAiEmbeddings({ ...options, baseUrl });
    expect(await embeddings.embed([], "passage")).toEqual([]);
    expect(await embeddings.embed(["", "аб"], "passage")).toHaveLength(2);
    expect(requests.map(({ body }) => body.input)).toEqual([["-", "аб"]]);
  });

  it.each([429, 500, 503])("tries again after %i and then answers", async (status) => {
    const { requests, baseUrl } = await startServer((request, response, attempt) => {
      if (attempt === 1) json(response, status, { error: { message: "later" } }, { "retry-after-ms": "5" });
      else vectors(request, response, attempt);
    });
    expect(await createOpenAiEmbeddings({ ...options, baseUrl }).embed(["абв"], "passage")).toHaveLength(1);
    expect(requests).toHaveLength(2);
  });

  it.each([
    [429, "rate-limited", 3],
    [500, "unreachable", 3],
    [401, "refused", 1],
    [400, "refused", 1],
  ])("gives up on %i as %s after %i requests", async (status, reason, count) => {
    const { requests, baseUrl } = await startServer((_request, response) =>
      json(response, status, { error: { message: "no" } }, { "retry-after-ms": "5" }),
    );
    const failure = await createOpenAiEmbeddings({ ...options, baseUrl })
      .embed(["а"], "passage")
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbeddingFailure);
    expect(failure).toMatchObject({ reason });
    expect(requests).toHaveLength(count);
  });

  it("gives up as a timeout when no answer comes", async () => {
    const { baseUrl } = await startServer(() => {});
    const embeddings = createOpenAiEmbeddings({ ...options, baseUrl, timeoutMs: 80, maxRetries: 0 });
    await expect(embeddings.embed(["а"], "passage")).rejects.toMatchObject({ reason: "timeout" });
  });

  it("asks once for a question and not for long: somebody waits for the answer", async () => {
    const { requests, baseUrl } = await startServer(() => {});
    const embeddings = createOpenAiEmbeddings({ ...options, baseUrl, queryTimeoutMs: 80 });
    await expect(embeddings.embed(["а"], "query")).rejects.toMatchObject({ reason: "timeout" });
    expect(requests).toHaveLength(1);
  });

  it("gives up as unreachable when nobody listens", async () => {
    const embeddings = createOpenAiEmbeddings({ ...options, baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
    await expect(embeddings.embed(["а"], "query")).rejects.toMatchObject({ reason: "unreachable" });
  });

  it.each([
    ["fewer vectors than texts", { data: [{ index: 0, embedding: [1, 2, 3] }] }],
    ["two vectors for one text", { data: [0, 0].map((index) => ({ index, embedding: [1, 2, 3] })) }],
    ["vectors of another length", { data: [0, 1].map((index) => ({ index, embedding: [1, 2] })) }],
    ["values that are no numbers", { data: [0, 1].map((index) => ({ index, embedding: [1, 2, null] })) }],
    ["no data at all", { hello: "world" }],
  ])("refuses an answer with %s", async (_name, body) => {
    const { baseUrl } = await startServer((_request, response) => json(response, 200, body));
    const embeddings = createOpenAiEmbeddings({ ...options, baseUrl, maxRetries: 0 });
    await expect(embeddings.embed(["а", "б"], "query")).rejects.toMatchObject({ reason: "malformed" });
  });

  it("refuses an answer that is no JSON", async () => {
    const { baseUrl } = await startServer((_request, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end("<html>"),
    );
    const embeddings = createOpenAiEmbeddings({ ...options, baseUrl, maxRetries: 0 });
    await expect(embeddings.embed(["а"], "query")).rejects.toMatchObject({ reason: "malformed" });
  });
});
