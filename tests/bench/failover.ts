import { createOpenAiModel } from "../../packages/core/src/adapters/openai-model.ts";
import { systemIds } from "../../packages/core/src/kernel/index.ts";
import { startFaultProxy } from "../support/fault-proxy.ts";
import { type ChatHome, startChatHome } from "./chat-bench-home.ts";
import { type Figure, figure } from "./figure.ts";
import { startUpstream } from "./start-upstream.ts";

const samples = 40;
/** As in the settings. */
const firstTokenTimeoutMs = 4_000;
/** A question that waited this much longer than usual has waited for the model that hangs. */
const noticeableMs = 1_000;

/**
 * `failover.added` (ms): how much later the first text comes when the first model of the chain hangs and its breaker does not
 * know yet; baseline: the time after which a silent model is given up. `failover.paid`: questions that waited for it before the
 * breaker opened; baseline: the five failures that open it. `failover.open` (ms): how much later the first text comes from then
 * on; baseline: the first text when all models are well.
 */
export async function run(): Promise<readonly Figure[]> {
  const upstream = await startUpstream();
  const proxy = await startFaultProxy(upstream.url.replace(/\/$/u, ""));
  const first = createOpenAiModel({
    name: "first",
    model: "fake",
    apiKey: "none",
    baseUrl: proxy.url,
    firstTokenTimeoutMs,
  });
  const home = await startChatHome(upstream.url, [first]);
  try {
    await series(home, samples / 2);
    const well = median(await series(home, samples));
    proxy.play({ kind: "hang", tokens: 0 });
    const waited: number[] = [];
    for (let asked = 0; asked < 20; asked += 1) {
      const [firstTextMs = 0] = await series(home, 1);
      if (firstTextMs - well < noticeableMs) break;
      waited.push(firstTextMs);
    }
    const open = median(await series(home, samples));
    return [
      figure("failover.added", median(waited) - well, "ms", firstTokenTimeoutMs),
      figure("failover.paid", waited.length, "questions", 5),
      figure("failover.open", open - well, "ms", well),
    ];
  } finally {
    await home.stop();
    await proxy.stop();
    await upstream.stop();
  }
}

/** Times to the first text of so many questions, one after the other, milliseconds. */
async function series(home: ChatHome, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const { firstTextMs } = await home.ask({
      conversationId: systemIds.next("conversation"),
      exchangeId: systemIds.next("exchange"),
      question: "Фотосинтез гэж юу вэ?",
    });
    times.push(firstTextMs);
  }
  return times;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
