import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FakeModelServer, startFakeModelServer } from "../../../../tests/support/fake-model-server.ts";
import { collectModel, failureOf } from "../../../../tests/support/collect-model.ts";
import { createOpenAiModel, type OpenAiModelOptions } from "./openai-model.ts";

let server: FakeModelServer;
beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(() => server.stop());
beforeEach(() => server.play({ pieces: ["Эс ", "бол нэгж."] }));

const model = (options: Partial<OpenAiModelOptions> = {}) =>
  createOpenAiModel({ name: "fake", baseUrl: server.openAiUrl, apiKey: "key", model: "provider/fake", ...options });

describe("an OpenAI-compatible model", () => {
  test("streams its pieces and ends with the usage", async () => {
    const { text, end } = await collectModel(model());
    expect(text).toEqual(["Эс ", "бол нэгж."]);
    expect(end).toEqual({ type: "end", usage: { inputTokens: 100, outputTokens: 2 }, finish: "stop" });
  });

  test("is asked with its own name, the key, the token limit and OpenRouter's headers", async () => {
    await collectModel(model(), 77);
    const { body, headers, path } = server.requests.at(-1) ?? {};
    expect(path).toBe("/v1/chat/completions");
    expect(body).toMatchObject({
      model: "provider/fake",
      max_tokens: 77,
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(headers?.["authorization"]).toBe("Bearer key");
    expect(headers?.["x-title"]).toBe("Ukhaan");
  });

  test("tells what the provider charged, where the provider is asked for it", async () => {
    server.play({ pieces: ["а"], usage: { inputTokens: 1_200, outputTokens: 400, costUsd: 0.000_281 } });
    const { end } = await collectModel(model({ tellsCost: true }));
    expect(server.requests.at(-1)?.body).toMatchObject({ usage: { include: true } });
    expect(end?.usage?.costMicroUsd).toBeCloseTo(281);
    await collectModel(model());
    expect(server.requests.at(-1)?.body).not.toHaveProperty("usage");
  });

  test("keeps the status of a failure inside the stream", async () => {
    server.play({ pieces: ["а", "б"], after: { pieces: 2, how: "error-event" } });
    await expect(collectModel(model())).rejects.toMatchObject({ reason: "overloaded", status: 502 });
  });

  test.each([
    ["length", "length"],
    ["content_filter", "filtered"],
  ] as const)("that finishes by %s says so", async (finish, expected) => {
    server.play({ pieces: ["а"], finish });
    expect((await collectModel(model())).end?.finish).toBe(expected);
  });

  test.each([
    ["429", { status: 429, retryAfterS: 7 }, "rate-limited"],
    ["500", { status: 500 }, "overloaded"],
    ["503", { status: 503 }, "overloaded"],
    ["400", { status: 400 }, "refused"],
    ["401", { status: 401 }, "refused"],
    ["a cut before the first piece", { pieces: ["а"], after: { pieces: 0, how: "cut" } }, "cut-off"],
    ["a cut in the middle", { pieces: ["а", "б"], after: { pieces: 1, how: "cut" } }, "cut-off"],
    ["an end without a reason", { pieces: ["а", "б"], after: { pieces: 1, how: "end-early" } }, "cut-off"],
    ["malformed JSON", { pieces: ["а", "б"], after: { pieces: 1, how: "garbage" } }, "malformed"],
    ["an error inside the stream", { pieces: ["а", "б"], after: { pieces: 1, how: "error-event" } }, "overloaded"],
  ] as const)("turns %s into a failure with its reason, asked once", async (_name, script, reason) => {
    server.play(script);
    const before = server.requests.length;
    const failure = await failureOf(model());
    expect(failure.reason).toBe(reason);
    expect(server.requests.length - before).toBe(1);
  });

  test("passes on how long the provider asked to wait", async () => {
    server.play({ status: 429, retryAfterS: 7 });
    expect((await failureOf(model())).retryAfterS).toBe(7);
  });

  test("that is not there is unreachable", async () => {
    expect((await failureOf(model({ baseUrl: "http://127.0.0.1:9/v1" }))).reason).toBe("unreachable");
  });

  test("is given up when the first piece does not come in time, and its request is ended", async () => {
    server.play({ pieces: ["а"], after: { pieces: 0, how: "hang" } });
    const before = server.abandoned();
    expect((await failureOf(model({ firstTokenTimeoutMs: 60 }))).reason).toBe("timeout");
    await expect.poll(server.abandoned).toBe(before + 1);
  });

  test("is given up when it falls silent between pieces", async () => {
    server.play({ pieces: ["а", "б"], after: { pieces: 1, how: "hang" } });
    const failure = await failureOf(model({ firstTokenTimeoutMs: 5_000, betweenTokensTimeoutMs: 60 }));
    expect(failure.reason).toBe("timeout");
  });

  test("ends its request when nobody listens any more", async () => {
    server.play({ pieces: ["а", "б"], after: { pieces: 1, how: "hang" } });
    const before = server.abandoned();
    for await (const chunk of model().stream({
      messages: [],
      maxOutputTokens: 9,
      signal: AbortSignal.timeout(9_000),
    })) {
      expect(chunk.type).toBe("text");
      break;
    }
    await expect.poll(server.abandoned).toBe(before + 1);
  });
});
