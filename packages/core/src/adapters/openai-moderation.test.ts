import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startScriptedServer } from "../../../../tests/support/scripted-server.ts";
import { createOpenAiModeration } from "./openai-moderation.ts";

let server: Awaited<ReturnType<typeof startScriptedServer>>;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.stop());

const classify = (grade = 8) =>
  createOpenAiModeration({ baseUrl: `${server.url}/v1`, apiKey: "k", model: "m", timeoutMs: 300 }).classify({
    text: "Эс",
    direction: "question",
    grade,
  });
const scores = (category_scores: Record<string, number>, categories: Record<string, boolean> = {}) => ({
  body: { results: [{ categories, category_scores }] },
});

describe("the moderation endpoint", () => {
  test("is asked once with the text, and its categories are ours", async () => {
    server.play(scores({ "self-harm/intent": 0.9, violence: 0.01 }, { "sexual/minors": true }));
    expect(await classify()).toEqual([
      { category: "self-harm", severity: "urgent" },
      { category: "sexual-minor", severity: "urgent" },
    ]);
    expect(server.requests).toMatchObject([{ path: "/v1/moderations", body: { model: "m", input: "Эс" } }]);
  });

  test("counts sooner for younger pupils", async () => {
    server.play(scores({ violence: 0.35 }));
    expect(await classify(4)).toEqual([{ category: "violence", severity: "high" }]);
    expect(await classify(8)).toEqual([]);
  });

  test.each([
    ["an outage", { status: 503, body: {} }],
    ["a rate limit", { status: 429, body: {} }],
    ["half an answer", "half"],
    ["silence", "hang"],
    ["an answer without results", { body: { results: [] } }],
    ["another shape", { body: { results: [{ categories: "none" }] } }],
  ] as const)("is asked a second time after %s, and then it fails", async (_name, reply) => {
    server.play(reply);
    await expect(classify()).rejects.toThrow(/answer/u);
    expect(server.requests).toHaveLength(2);
    server.play(reply, scores({}));
    expect(await classify()).toEqual([]);
  });

  test.each([400, 401, 403])("is not asked again when it refuses with %i", async (status) => {
    server.play({ status, body: { error: { message: "no" } } });
    await expect(classify()).rejects.toThrow("refused");
    expect(server.requests).toHaveLength(1);
  });
});
