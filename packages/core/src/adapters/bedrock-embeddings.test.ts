import { createServer, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type BedrockEmbeddingsOptions, createBedrockEmbeddings } from "./bedrock-embeddings.ts";

interface Request {
  readonly path: string;
  readonly body: {
    readonly texts?: readonly string[];
    readonly input_type?: string;
    readonly inputText?: string;
    dimensions?: number;
  };
}
interface Reply {
  readonly status?: number;
  readonly errorType?: string;
  readonly tokens?: number;
  readonly body?: string;
  readonly hang?: true;
}
type Answer = (request: Request, attempt: number) => Reply;

let answer: Answer;
let requests: Request[];
let endpoint: string;
let stop: () => Promise<void>;

/** Bedrock's InvokeModel over HTTP/2, as its client speaks it. */
beforeEach(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  requests = [];
  const server = createServer();
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => sessions.add(session));
  server.on("stream", (stream: ServerHttp2Stream, headers) => {
    const parts: Buffer[] = [];
    stream.on("error", () => undefined);
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as Request["body"];
      const request = { path: decodeURIComponent(String(headers[":path"])), body };
      requests.push(request);
      const { status = 200, errorType, tokens, body: text = "{}", hang } = answer(request, requests.length);
      if (hang) return;
      stream.respond({
        ":status": status,
        "content-type": "application/json",
        ...(errorType === undefined ? {} : { "x-amzn-errortype": errorType }),
        ...(tokens === undefined ? {} : { "x-amzn-bedrock-input-token-count": String(tokens) }),
      });
      stream.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () =>
    new Promise((resolve) => {
      for (const session of sessions) session.destroy();
      server.close(() => resolve());
    });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stop();
});

const open = (given: Partial<BedrockEmbeddingsOptions>) =>
  createBedrockEmbeddings({
    region: "ap-northeast-1",
    modelId: "cohere.embed-multilingual-v3",
    dimensions: 3,
    endpoint,
    ...given,
  });
const cohere = ({ body }: Request): Reply => ({
  tokens: 7,
  body: JSON.stringify({ embeddings: (body.texts ?? []).map((text) => [text.length, 0, 1]) }),
});
const titan = ({ body }: Request): Reply => ({
  body: JSON.stringify({ embedding: [body.inputText?.length ?? 0, 0, 1], inputTextTokenCount: 5 }),
});

describe("Cohere on Bedrock", () => {
  it("is asked for 96 texts at once, in order, and told what they are for", async () => {
    answer = cohere;
    const texts = Array.from({ length: 200 }, (_unused, at) => "х".repeat(at + 1));
    let tokens = 0;
    const vectors = await open({}).embed(texts, "passage", (count) => (tokens += count));
    expect(vectors.map(([first]) => first)).toEqual(texts.map(({ length }) => length));
    expect(requests.map(({ body }) => body.texts?.length)).toEqual(expect.arrayContaining([8, 96, 96]));
    expect(requests).toHaveLength(3);
    expect(requests[0]).toMatchObject({
      path: "/model/cohere.embed-multilingual-v3/invoke",
      body: { input_type: "search_document" },
    });
    expect(tokens).toBe(21);
    await open({}).embed(["Хурд?"], "query");
    expect(requests.at(-1)?.body.input_type).toBe("search_query");
  });

  it("is never sent an empty text, nor one that is too long for it", async () => {
    answer = cohere;
    await open({}).embed(["", " ", "х".repeat(5_000)], "passage");
    expect(requests[0]?.body.texts?.map(({ length }) => length)).toEqual([1, 1, 2_048]);
  });
});

describe("Titan on Bedrock", () => {
  it("is asked text by text for vectors of the index's length", async () => {
    answer = titan;
    let tokens = 0;
    const embeddings = open({ modelId: "amazon.titan-embed-text-v2:0" });
    const vectors = await embeddings.embed(["а", "бб", "ввв"], "passage", (count) => (tokens += count));
    expect(vectors.map(([first]) => first)).toEqual([1, 2, 3]);
    expect(requests.map(({ body }) => body.dimensions)).toEqual([3, 3, 3]);
    expect(tokens).toBe(15);
  });
});

describe("embeddings on Bedrock", () => {
  it.each([
    ["throttled", { status: 429, errorType: "ThrottlingException" }],
    ["not ready", { status: 503, errorType: "ServiceUnavailableException" }],
  ])("are asked for again when the model is %s", async (_name, failure) => {
    answer = (request, attempt) => (attempt < 3 ? failure : cohere(request));
    expect(await open({}).embed(["Хурд"], "passage")).toHaveLength(1);
    expect(requests).toHaveLength(3);
  });

  it.each([
    ["rate-limited", { status: 429, errorType: "ThrottlingException" }],
    ["unreachable", { status: 500, errorType: "InternalServerException" }],
  ])("are given up after some tries: %s", async (reason, failure) => {
    answer = () => failure;
    await expect(open({ tries: 2 }).embed(["Хурд"], "passage")).rejects.toMatchObject({ reason });
    expect(requests).toHaveLength(2);
  });

  it.each([
    ["refused", { status: 403, errorType: "AccessDeniedException" }],
    ["refused", { status: 400, errorType: "ValidationException" }],
    ["malformed", { body: '{"embeddings":[[1,2]]}' }],
    ["malformed", { body: '{"embeddings":[[1,2,3],[1,2,3]]}' }],
    ["malformed", { body: '{"embeddings":[[1,2,"3"]]}' }],
    ["malformed", { body: '{"embeddings":' }],
  ])("are not asked for again when the answer is %s", async (reason, reply) => {
    answer = () => reply;
    await expect(open({}).embed(["Хурд"], "passage")).rejects.toMatchObject({ reason });
    expect(requests).toHaveLength(1);
  });

  it("keep a waiting pupil no longer than the question's own timeout, and ask once", async () => {
    answer = () => ({ hang: true });
    await expect(open({ queryTimeoutMs: 150 }).embed(["Хурд?"], "query")).rejects.toMatchObject({ reason: "timeout" });
    expect(requests).toHaveLength(1);
  });

  it("are unreachable where nobody answers", async () => {
    const nobody = open({ endpoint: "http://127.0.0.1:9", tries: 1 });
    await expect(nobody.embed(["Хурд"], "passage")).rejects.toMatchObject({ reason: "unreachable" });
  });

  it("are refused for a model of another family", () => {
    expect(() => open({ modelId: "amazon.nova-lite-v1:0" })).toThrow("amazon.nova-lite-v1:0");
  });
});
