import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSessionStore, openSession } from "../../packages/core/src/account/index.ts";
import { createSqsInteractionQueue } from "../../packages/core/src/adapters/sqs-queue.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import { createHashEmbeddings } from "../../packages/core/src/adapters/hash-embeddings.ts";
import { createOpenAiModel } from "../../packages/core/src/adapters/openai-model.ts";
import { createSqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { createFeatureFlagStore, createFeatures } from "../../packages/core/src/flag/index.ts";
import { silentLog, systemClock, systemIds, type TableHandle } from "../../packages/core/src/kernel/index.ts";
import { createRollUpStore } from "../../packages/core/src/learning/index.ts";
import { analyseText } from "../../packages/core/src/textbook/index.ts";
import {
  createBreakerStore,
  createChatDayStore,
  createConversationStore,
  createHintPolicyStore,
  createExchangeStore,
  createModelBreaker,
  createModelBudget,
  createStandingStore,
  type LanguageModel,
} from "../../packages/core/src/tutor/index.ts";
import { createChatHandler } from "../../packages/functions/src/chat-handler.ts";
import { installStreamingRuntime, serveFunctionUrl } from "../../scripts/embedded/function-url.ts";
import { startEmbeddedStack, useEnvironment } from "../../scripts/embedded/stack.ts";
import { flagPorts } from "../support/flag-ports.ts";
import { openGate } from "../support/open-gate.ts";
import { sampleBooks } from "../support/sample-books.ts";
import { tutorActor } from "../support/tutor-actor.ts";

export interface ChatHome {
  readonly table: TableHandle;
  readonly model: LanguageModel;
  readonly messagesSent: () => number;
  /** Asks over HTTP as one signed-in pupil and reads the answer to its end. */
  ask(input: object): Promise<{ readonly firstTextMs: number; readonly text: string }>;
  stop(): Promise<void>;
}

/** The chat function on a stack of its own, over a model at this address and those before it; everything else as it runs on AWS. */
export async function startChatHome(upstreamUrl: string, before: readonly LanguageModel[] = []): Promise<ChatHome> {
  const dir = mkdtempSync(join(tmpdir(), "ukhaan-bench-"));
  const stack = await startEmbeddedStack({ dir });
  useEnvironment(stack.env);
  const linked = (name: string) =>
    JSON.parse(stack.env[`SST_RESOURCE_${name}`] ?? "{}") as { name: string; url: string };
  const table = openTable({ name: linked("Table").name });
  const embeddings = createHashEmbeddings();
  const { model: name, dimensions } = embeddings;
  const passages = createSqlitePassageIndex({ file: join(dir, "bench.db"), model: name, dimensions });
  await fillIndex(passages, embeddings);
  const queue = createSqsInteractionQueue({ queueUrl: linked("InteractionQueue").url });
  let sent = 0;
  const model = createOpenAiModel({ name: "fake", model: "fake", apiKey: "none", baseUrl: upstreamUrl });
  const sessions = createSessionStore(table);
  const base = { clock: systemClock, ids: systemIds, log: silentLog, sessions };
  const deps = {
    ...base,
    conversations: createConversationStore(table),
    hintPolicies: createHintPolicyStore(table),
    exchanges: createExchangeStore(table),
    standings: createStandingStore(table),
    chatDays: createChatDayStore(table),
    chatGate: openGate(table, systemClock),
    features: createFeatures({ ...base, featureFlags: createFeatureFlagStore(table) }),
    ...flagPorts(table).ports,
    passages,
    embeddings,
    models: [...before, model],
    modelBreaker: createModelBreaker({ ...base, store: createBreakerStore(table) }),
    modelBudget: createModelBudget({ ...base, rollUps: createRollUpStore(table), budgetMicroUsd: 5_000_000 }),
    classifier: undefined,
    interactions: {
      send(message: Parameters<typeof queue.send>[0]) {
        sent += 1;
        return queue.send(message);
      },
    },
    // The benchmark is one pupil who asks more than any.
    tutorSettings: { limits: { perMinute: 1e6, perDay: 1e6 } },
  };
  const { sessionId: _made, ...actor } = tutorActor();
  const { token } = await openSession({ ...base, actor: { role: "anonymous", origin: "bench" } } as never, {
    actor,
    device: "bench",
  });

  installStreamingRuntime();
  const handler = awslambda.streamifyResponse(createChatHandler(() => deps as never));
  const server = createServer((request, response) => void serveFunctionUrl(handler, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const headers = { "content-type": "application/json", origin, cookie: `ukhaan_session=${token}` };
  return {
    table,
    model,
    messagesSent: () => sent,
    async ask(input) {
      const startedMs = performance.now();
      const response = await fetch(`${origin}/api/chat`, { method: "POST", headers, body: JSON.stringify(input) });
      const decoder = new TextDecoder();
      let text = "";
      let firstTextMs = 0;
      const body = response.body as AsyncIterable<Uint8Array> | null;
      for await (const chunk of body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        if (firstTextMs === 0 && text.includes('"type":"delta"')) firstTextMs = performance.now() - startedMs;
      }
      if (!text.includes('"source":"model"'))
        throw new Error(`The model did not answer: ${response.status} ${text.slice(0, 400)}`);
      return { firstTextMs, text };
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await passages.close();
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** About as many passages as the books of one grade hold. */
async function fillIndex(
  passages: ReturnType<typeof createSqlitePassageIndex>,
  embeddings: ReturnType<typeof createHashEmbeddings>,
): Promise<void> {
  const books = Array.from({ length: 250 }, () =>
    sampleBooks().map((passage) => ({ ...passage, passageId: systemIds.next("passage") })),
  ).flat();
  const texts = books.map(({ chapter, section, text }) => [chapter, section, text].join("\n"));
  const vectors = await embeddings.embed(texts, "passage");
  await passages.add(
    books.map((passage, index) => ({
      passage,
      analysed: analyseText(texts[index] ?? ""),
      vector: vectors[index] ?? new Float32Array(embeddings.dimensions),
    })),
  );
}
