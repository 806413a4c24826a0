import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectModel, failureOf } from "../../../../tests/support/collect-model.ts";
import { type FakeModelServer, startFakeModelServer } from "../../../../tests/support/fake-model-server.ts";
import { createBedrockModel } from "./bedrock-model.ts";

let server: FakeModelServer;
beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(() => server.stop());
beforeEach(() => server.play({ pieces: ["Эс ", "бол нэгж."] }));

const model = (options: { firstTokenTimeoutMs?: number; betweenTokensTimeoutMs?: number; endpoint?: string } = {}) =>
  createBedrockModel({
    name: "fake",
    region: "ap-northeast-2",
    modelId: "fake.model",
    endpoint: server.bedrockUrl,
    ...options,
  });

describe("a model on Bedrock", () => {
  test("streams its pieces and ends with the usage", async () => {
    const { text, end } = await collectModel(model());
    expect(text).toEqual(["Эс ", "бол нэгж."]);
    expect(end).toEqual({ type: "end", usage: { inputTokens: 100, outputTokens: 2 }, finish: "stop" });
  });

  test("is given the system's words apart from the conversation", async () => {
    await collectModel(model(), 77);
    expect(server.requests.at(-1)?.body).toMatchObject({
      system: [{ text: "Дүрэм" }],
      messages: [{ role: "user", content: [{ text: "Эс гэж юу вэ?" }] }],
      inferenceConfig: { maxTokens: 77 },
    });
  });

  test.each([
    ["length", "length"],
    ["content_filter", "filtered"],
  ] as const)("that finishes by %s says so", async (finish, expected) => {
    server.play({ pieces: ["а"], finish });
    expect((await collectModel(model())).end?.finish).toBe(expected);
  });

  test.each([
    ["429", { status: 429 }, "rate-limited"],
    ["500", { status: 500 }, "overloaded"],
    ["400", { status: 400 }, "refused"],
    ["a cut in the middle", { pieces: ["а", "б"], after: { pieces: 1, how: "cut" } }, "cut-off"],
    ["an end without a reason", { pieces: ["а", "б"], after: { pieces: 1, how: "end-early" } }, "cut-off"],
    ["a frame with a wrong checksum", { pieces: ["а", "б"], after: { pieces: 1, how: "garbage" } }, "malformed"],
    ["throttling inside the stream", { pieces: ["а", "б"], after: { pieces: 1, how: "error-event" } }, "rate-limited"],
  ] as const)("turns %s into a failure with its reason, asked once", async (_name, script, reason) => {
    server.play(script);
    const before = server.requests.length;
    expect((await failureOf(model())).reason).toBe(reason);
    expect(server.requests.length - before).toBe(1);
  });

  test("that is not there is unreachable", async () => {
    expect((await failureOf(model({ endpoint: "http://127.0.0.1:9" }))).reason).toBe("unreachable");
  });

  test("is given up when the first piece does not come in time", async () => {
    server.play({ pieces: ["а"], after: { pieces: 0, how: "hang" } });
    expect((await failureOf(model({ firstTokenTimeoutMs: 150 }))).reason).toBe("timeout");
  });

  test("is given up when it falls silent between pieces, and its request is ended", async () => {
    server.play({ pieces: ["а", "б"], after: { pieces: 1, how: "hang" } });
    const before = server.abandoned();
    const failure = await failureOf(model({ firstTokenTimeoutMs: 5_000, betweenTokensTimeoutMs: 60 }));
    expect(failure.reason).toBe("timeout");
    await expect.poll(server.abandoned).toBe(before + 1);
  });
});
