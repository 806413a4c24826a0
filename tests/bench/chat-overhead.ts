import { systemIds } from "../../packages/core/src/kernel/index.ts";
import type { LanguageModel } from "../../packages/core/src/tutor/index.ts";
import { type ChatHome, startChatHome } from "./chat-bench-home.ts";
import { type Figure, figure } from "./figure.ts";
import { startUpstream } from "./start-upstream.ts";

const warmUp = 40;
const samples = 250;

/**
 * `chat-overhead.p50`, `.p99`, `.p50.c10` (ms): time to the first text through the whole chat function (HTTP, session, screening,
 * claim, search, prompt, model client, screening of the sentence), minus the same provider asked directly by the same client.
 * Baseline: the direct time. The provider's first piece holds a whole sentence: waiting for one to end is no overhead of ours.
 */
export async function run(): Promise<readonly Figure[]> {
  const upstream = await startUpstream();
  const home = await startChatHome(upstream.url);
  try {
    const direct = () => firstTextOf(home.model);
    const whole = () => askOnce(home);
    await series(direct, warmUp, 1);
    await series(whole, warmUp, 1);
    // In turns, so that a machine that gets slower or faster does so for both.
    const alone = { direct: [] as number[], whole: [] as number[] };
    for (let round = 0; round < 5; round += 1) {
      alone.direct.push(...(await series(direct, samples / 5, 1)));
      alone.whole.push(...(await series(whole, samples / 5, 1)));
    }
    const directBusy = await series(direct, samples, 10);
    const wholeBusy = await series(whole, samples, 10);
    const overhead = (name: string, all: readonly number[], base: readonly number[], share: number) =>
      figure(name, quantile(all, share) - quantile(base, share), "ms", quantile(base, share));
    return [
      overhead("chat-overhead.p50", alone.whole, alone.direct, 0.5),
      overhead("chat-overhead.p99", alone.whole, alone.direct, 0.99),
      overhead("chat-overhead.p50.c10", wholeBusy, directBusy, 0.5),
    ];
  } finally {
    await home.stop();
    await upstream.stop();
  }
}

async function askOnce(home: ChatHome): Promise<number> {
  const { firstTextMs } = await home.ask({
    conversationId: systemIds.next("conversation"),
    exchangeId: systemIds.next("exchange"),
    question: "Фотосинтез гэж юу вэ?",
  });
  return firstTextMs;
}

async function firstTextOf(model: LanguageModel): Promise<number> {
  const startedMs = performance.now();
  let firstTextMs = 0;
  const messages = [{ role: "user", content: "Фотосинтез гэж юу вэ?" }] as const;
  for await (const chunk of model.stream({ messages, maxOutputTokens: 1_024, signal: AbortSignal.timeout(10_000) })) {
    if (chunk.type === "text" && firstTextMs === 0) firstTextMs = performance.now() - startedMs;
  }
  return firstTextMs;
}

/** `count` measurements by so many clients at once. */
async function series(measure: () => Promise<number>, count: number, clients: number): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      times.push(await measure());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
