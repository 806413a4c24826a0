import { describe, expect, test } from "vitest";
import { silentLog } from "../../kernel/index.ts";
import { createUsageMeter } from "../model-chain/usage-meter.ts";
import { type Admission, type LanguageModel, type ModelBreaker, type ModelChunk, ModelFailure } from "../ports.ts";
import { type ModelsEnd, streamModels } from "./stream-models.ts";

const price = { inputUsdPerMTokens: 1, outputUsdPerMTokens: 1 };

/** A model that does the next of these things at each request; the last one stays. */
function model(name: string, ...turns: readonly (readonly string[] | ModelFailure)[]) {
  let asked = 0;
  const stream = async function* (): AsyncGenerator<ModelChunk> {
    const turn = turns[Math.min(asked, turns.length - 1)] ?? [];
    asked += 1;
    if (turn instanceof ModelFailure) throw turn;
    for (const text of turn) {
      if (text === "cut") throw new ModelFailure("cut-off");
      yield { type: "text", text };
    }
    yield { type: "end", usage: { inputTokens: 100, outputTokens: 10 }, finish: "stop" };
  };
  return { name, price, stream, asked: () => asked };
}

/** A breaker that admits as it is told, and keeps what it is told. */
function breaker(admissions: Readonly<Record<string, Admission>> = {}) {
  const told: string[] = [];
  const port: ModelBreaker = {
    admit: async (name) => admissions[name] ?? "closed",
    failed: async (name, admission, reason) => void told.push(`${name} ${admission} ${reason}`),
    succeeded: async (name, admission) => void told.push(`${name} ${admission} ok`),
  };
  return { ...port, told };
}

async function run(models: readonly LanguageModel[], guard = breaker(), readAtMost = 99) {
  const sentences: string[] = [];
  const meter = createUsageMeter();
  const messages = [{ role: "user", content: "а".repeat(300) }] as const;
  const input = { models, messages, maxOutputTokens: 10, timeoutMs: 5_000, log: silentLog, breaker: guard, meter };
  const stream = streamModels(input);
  let end: ModelsEnd | undefined;
  while (sentences.length < readAtMost) {
    const next = await stream.next();
    if (next.done) {
      end = next.value;
      break;
    }
    sentences.push(next.value);
  }
  if (!end) await stream.return(undefined as never);
  return { sentences, end, told: guard.told, usage: meter.total() };
}

const second = () => model("second", ["Хоёр."]);

describe("one more try", () => {
  test.each([
    ["an error of the provider", new ModelFailure("overloaded", { status: 503 })],
    ["a broken connection", new ModelFailure("cut-off")],
    ["a provider that is busy for a moment", new ModelFailure("rate-limited", { status: 429, retryAfterS: 0.1 })],
  ])("after %s lets the same model answer", async (_what, failure) => {
    const first = model("first", failure, ["Нэг."]);
    const { sentences, told } = await run([first, second()]);
    expect(sentences).toEqual(["Нэг."]);
    expect(told).toEqual(["first closed ok"]);
  });

  test("is only one: then the next model answers, and the breaker is told once", async () => {
    const first = model("first", new ModelFailure("overloaded"));
    const { sentences, told } = await run([first, second()]);
    expect(first.asked()).toBe(2);
    expect(sentences).toEqual(["Хоёр."]);
    expect(told).toEqual(["first closed overloaded", "second closed ok"]);
  });

  test.each([
    ["a timeout", [new ModelFailure("timeout")]],
    ["a refusal", [new ModelFailure("refused", { status: 400 })]],
    ["a provider that is busy for long", [new ModelFailure("rate-limited", { retryAfterS: 20 })]],
    ["a failure after the first token", [["Нэг", "cut"]]],
  ] as const)("is not made after %s", async (_what, turns) => {
    const first = model("first", ...turns);
    expect((await run([first, second()])).sentences).toEqual(["Хоёр."]);
    expect(first.asked()).toBe(1);
  });
});

describe("the breaker", () => {
  test("keeps a model from being asked", async () => {
    const first = model("first", ["Нэг."]);
    const { sentences, told } = await run([first, second()], breaker({ first: "open" }));
    expect(sentences).toEqual(["Хоёр."]);
    expect(first.asked()).toBe(0);
    expect(told).toEqual(["second closed ok"]);
  });

  test("that is open for all leaves the answer to the book at once", async () => {
    expect((await run([second()], breaker({ second: "open" }))).end).toEqual({ kind: "none" });
  });

  test("hears how the probe went", async () => {
    expect((await run([second()], breaker({ second: "probe" }))).told).toEqual(["second probe ok"]);
  });

  test("hears of a model that failed in the middle of its answer", async () => {
    const { end, told } = await run([model("first", ["Нэг. ", "Хоёр. ", "cut"]), second()]);
    expect(end).toMatchObject({ kind: "cut", model: "first" });
    expect(told).toEqual(["first closed cut-off"]);
  });

  test("hears of a model whose answer nobody wanted to the end that it speaks", async () => {
    expect((await run([model("first", ["Нэг. ", "Хоёр. "])], breaker(), 1)).told).toEqual(["first closed ok"]);
  });

  test.each([
    [400, false],
    [422, false],
    [401, true],
    [402, true],
    [404, true],
  ])("a refusal with status %i speaks of the model, not of the question: %s", async (status, counts) => {
    const { told } = await run([model("first", new ModelFailure("refused", { status })), second()]);
    expect(told.includes("first closed refused")).toBe(counts);
  });
});

describe("what models took", () => {
  test("is what the provider said", async () => {
    expect((await run([second()])).usage).toEqual({ inputTokens: 100, outputTokens: 10, costMicroUsd: 110 });
  });

  test("includes the ones that spoke in vain, by the length of their words", async () => {
    const { usage } = await run([model("first", ["а".repeat(30), "cut"]), second()]);
    expect(usage).toEqual({ inputTokens: 200, outputTokens: 20, costMicroUsd: 220, estimated: true });
  });

  test("is counted also when screening ends the answer", async () => {
    const { usage } = await run([model("first", ["Нэг. ", "Хоёр. "])], breaker(), 1);
    expect(usage).toMatchObject({ inputTokens: 100, estimated: true });
  });
});
