import { describe, expect, test } from "vitest";
import { scriptedModel } from "../../../../../tests/support/scripted-model.ts";
import { silentLog } from "../../kernel/index.ts";
import type { LanguageModel } from "../ports.ts";
import { streamModels } from "./stream-models.ts";

async function run(models: readonly LanguageModel[], timeoutMs = 5_000) {
  const sentences: string[] = [];
  const stream = streamModels({ models, messages: [], maxOutputTokens: 10, timeoutMs, log: silentLog });
  let next = await stream.next();
  for (; !next.done; next = await stream.next()) sentences.push(next.value);
  return { sentences, end: next.value };
}

const speaks = scriptedModel("second", ["Хоёр дахь. ", "Сайн."]);

describe("the chain of models", () => {
  test("gives whole sentences of the first model", async () => {
    const { sentences, end } = await run([scriptedModel("first", ["Нэг ", "дэх. Хо", "ёр дахь."]), speaks]);
    expect(sentences).toEqual(["Нэг дэх. ", "Хоёр дахь."]);
    expect(end).toMatchObject({ kind: "complete", model: "first", usage: { inputTokens: 10 } });
  });

  test.each([
    ["that refuses", scriptedModel("first", [], { fail: "rate-limited" })],
    ["that fails inside its first sentence", scriptedModel("first", ["Эхний өгүүлбэр"], { fail: "cut-off" })],
    ["that says nothing", scriptedModel("first", [])],
    ["that says only spaces", scriptedModel("first", ["  ", "\n"])],
    ["whose words were filtered", scriptedModel("first", [], { finish: "filtered" })],
  ])("passes over a model %s without a word", async (_what, failing) => {
    const { sentences, end } = await run([failing, speaks]);
    expect(sentences.map((sentence) => sentence.trim()).filter(Boolean)).toEqual(["Хоёр дахь.", "Сайн."]);
    expect(end).toMatchObject({ kind: "complete", model: "second" });
  });

  test("does not let another model go on after a sentence was given", async () => {
    const { sentences, end } = await run([scriptedModel("first", ["Нэг дэх. ", "Хоёр"], { fail: "cut-off" }), speaks]);
    expect(sentences).toEqual(["Нэг дэх. "]);
    expect(end).toMatchObject({ kind: "cut", model: "first" });
  });

  test("ends with none when all fail", async () => {
    const failing = scriptedModel("first", [], { fail: "overloaded" });
    expect((await run([failing, failing])).end).toEqual({ kind: "none" });
  });

  test("keeps a bug visible: what is no ModelFailure is thrown", async () => {
    await expect(run([scriptedModel("first", [], { bug: true }), speaks])).rejects.toThrow("bug");
  });

  test("tells the model to stop when its reader stops", async () => {
    const model = scriptedModel("first", ["Нэг. ", "Хоёр. ", "Гурав. "]);
    for await (const sentence of streamModels({
      models: [model],
      messages: [],
      maxOutputTokens: 9,
      timeoutMs: 9_000,
      log: silentLog,
    })) {
      expect(sentence).toBe("Нэг. ");
      break;
    }
    expect(model.aborted()).toBe(true);
  });
});
