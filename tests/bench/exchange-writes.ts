import { setTimeout as delay } from "node:timers/promises";
import { systemIds } from "../../packages/core/src/kernel/index.ts";
import { countRequests } from "../support/count-requests.ts";
import { startChatHome } from "./chat-bench-home.ts";
import { type Figure, figure } from "./figure.ts";
import { startUpstream } from "./start-upstream.ts";

const rounds = 10;
/** ARCHITECTURE section 3: what one exchange may cost on the hot path. */
const budget = { writes: 2, reads: 3, messages: 1 };

/**
 * `exchange-writes.writes`, `.reads`, `.wru`, `.messages`: what one follow-up question (the dearer kind) costs from cookie to saved
 * answer, counted on the real clients. Requests are the worst of ten, units the mean. Baseline: the budget; for units, one plain
 * write of the same question and answer as text.
 */
export async function run(): Promise<readonly Figure[]> {
  const upstream = await startUpstream();
  const home = await startChatHome(upstream.url);
  try {
    const worst = { writes: 0, reads: 0, messages: 0 };
    let units = 0;
    let plainUnits = 0;
    const counted = countRequests(home.table);
    for (let round = 0; round < rounds; round += 1) {
      const conversationId = systemIds.next("conversation");
      const question = { conversationId, question: "Фотосинтез гэж юу вэ? Ургамал яагаад гэрэл хэрэглэдэг вэ?" };
      await home.ask({ ...question, exchangeId: systemIds.next("exchange") });
      // The message and the save come after the first text; let the answer before this one end first.
      await delay(50);
      counted.take();
      const before = home.messagesSent();
      const { text } = await home.ask({ ...question, exchangeId: systemIds.next("exchange"), followUp: true });
      await delay(50);
      const { writes, reads, writeUnits } = counted.take();
      worst.writes = Math.max(worst.writes, writes);
      worst.reads = Math.max(worst.reads, reads);
      worst.messages = Math.max(worst.messages, home.messagesSent() - before);
      units += writeUnits / rounds;
      plainUnits += Math.ceil(Buffer.byteLength(question.question + answerText(text)) / 1_024) / rounds;
    }
    return [
      figure("exchange-writes.writes", worst.writes, "requests", budget.writes),
      figure("exchange-writes.reads", worst.reads, "requests", budget.reads),
      figure("exchange-writes.wru", units, "units", plainUnits),
      figure("exchange-writes.messages", worst.messages, "messages", budget.messages),
    ];
  } finally {
    await home.stop();
    await upstream.stop();
  }
}

const answerText = (sse: string) =>
  [...sse.matchAll(/"type":"delta","text":("(?:[^"\\]|\\.)*")/gu)]
    .map(([, json]) => JSON.parse(json ?? '""') as string)
    .join("");
