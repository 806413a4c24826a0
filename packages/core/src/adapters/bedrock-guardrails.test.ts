import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startScriptedServer } from "../../../../tests/support/scripted-server.ts";
import { createBedrockGuardrails } from "./bedrock-guardrails.ts";

let server: Awaited<ReturnType<typeof startScriptedServer>>;
beforeAll(async () => {
  server = await startScriptedServer("http2");
});
afterAll(() => server.stop());

const classify = (text = "how are you", direction: "question" | "answer" = "question") =>
  createBedrockGuardrails({
    region: "ap-northeast-2",
    guardrailId: "g1",
    guardrailVersion: "3",
    scripts: ["latin"],
    timeoutMs: 400,
    endpoint: server.url,
  }).classify({ text, direction, grade: 8 });

const intervened = (assessment: object) => ({
  body: { action: "GUARDRAIL_INTERVENED", outputs: [], assessments: [assessment] },
});

describe("a guardrail of Bedrock", () => {
  test("is asked with the direction, and its filters are our categories", async () => {
    server.play(
      intervened({
        contentPolicy: { filters: [{ type: "VIOLENCE", confidence: "HIGH", action: "BLOCKED" }] },
        topicPolicy: { topics: [{ name: "t", type: "DENY", action: "BLOCKED" }] },
      }),
    );
    expect(await classify("text", "answer")).toEqual([
      { category: "violence", severity: "high" },
      { category: "off-topic", severity: "low" },
    ]);
    expect(server.requests).toMatchObject([
      { path: "/guardrail/g1/version/3/apply", body: { source: "OUTPUT", content: [{ text: { text: "text" } }] } },
    ]);
  });

  test("that let the text pass found nothing", async () => {
    server.play({ body: { action: "NONE", outputs: [], assessments: [] } });
    expect(await classify()).toEqual([]);
  });

  test("that stopped it without a reason counts all the same", async () => {
    server.play({ body: { action: "GUARDRAIL_INTERVENED", outputs: [], assessments: [] } });
    expect(await classify()).toEqual([{ category: "manipulation", severity: "normal" }]);
  });

  test("is not asked about a language it does not know", async () => {
    server.play("hang");
    expect(await classify("Эс гэж юу вэ?")).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  test.each([
    ["an outage", { status: 500, body: {} }],
    ["throttling", { status: 429, body: {} }],
    ["half a body", "half"],
    ["silence", "hang"],
    ["an answer without an action", { body: {} }],
  ] as const)("is asked a second time after %s, and then it fails", async (_name, reply) => {
    server.play(reply);
    await expect(classify()).rejects.toThrow(/answer/u);
    expect(server.requests).toHaveLength(2);
  });

  test("is not asked again when it refuses the request", async () => {
    server.play({ status: 400, body: { message: "no" } });
    await expect(classify()).rejects.toThrow("refused");
    expect(server.requests).toHaveLength(1);
  });
});
