import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StreamingHandler } from "../embedded/function-url.ts";
import { type Poller, type QueueHandler, startPoller } from "../embedded/poller.ts";
import type { EmbeddedStack } from "../embedded/stack.ts";
import { ingestQueue } from "../../packages/functions/src/ingest-queue.ts";
import type * as ModelsModule from "../../packages/functions/src/models.ts";
import type * as SettingsModule from "../../packages/functions/src/settings.ts";
import { projectDir } from "./options.ts";

/** Loads a module of the project by its absolute path: by Vite, or by Node itself. */
export type LoadModule = (file: string) => Promise<unknown>;

export const loadByNode: LoadModule = (file) => import(pathToFileURL(file).href);

/** The handler of `packages/functions/src/<name>.ts`. */
export async function loadHandler<Handler>(load: LoadModule, name: string): Promise<Handler> {
  const module = (await load(join(projectDir, `packages/functions/src/${name}.ts`))) as { handler?: Handler };
  if (!module.handler) throw new Error(`packages/functions/src/${name}.ts exports no handler`);
  return module.handler;
}

/** The chat function, loaded when it is first asked for and, by Vite, again when it has changed. */
export const loadChatHandler = (load: LoadModule): Promise<StreamingHandler> => loadHandler(load, "chat");

/** Calls the functions that stand behind the queues, with the limits that `infra/` gives them on AWS. */
export function startPollers({ queues, sqs }: EmbeddedStack, load: LoadModule): Poller {
  const handlerOf =
    (name: string): QueueHandler =>
    async (event, context) =>
      (await loadHandler<QueueHandler>(load, name))(event, context);
  const onError = (error: unknown) => console.error("A function failed:", error);
  const pollers = [
    startPoller({
      client: sqs,
      queue: queues.ingest,
      handler: handlerOf("ingest-textbook"),
      // Reading a book takes all of a small machine. Shorter than the queue's visibility timeout, as on AWS.
      batchSize: 1,
      maxConcurrency: 1,
      timeoutMs: ingestQueue.timeoutS * 1000,
      onError,
    }),
    startPoller({
      client: sqs,
      queue: queues.ingest.deadLetters,
      handler: handlerOf("ingest-textbook-dead-letters"),
      maxConcurrency: 1,
      onError,
    }),
    startPoller({
      client: sqs,
      queue: queues.interactions,
      handler: handlerOf("record-interactions"),
      batchSize: 100,
      windowS: 1,
      maxConcurrency: 1,
      timeoutMs: 25_000,
      onError,
    }),
    startPoller({ client: sqs, queue: queues.flags, handler: handlerOf("raise-flags"), timeoutMs: 50_000, onError }),
    startPoller({
      client: sqs,
      queue: queues.mails,
      handler: handlerOf("send-mails"),
      // One mail after the other: SES counts mails by the second.
      maxConcurrency: 1,
      timeoutMs: 110_000,
      onError,
    }),
  ];
  return {
    async stop(graceMs) {
      await Promise.all(pollers.map((poller) => poller.stop(graceMs)));
    },
  };
}

/** One line: who answers questions. */
export async function describeAnswerMode(load: LoadModule): Promise<string> {
  const functions = join(projectDir, "packages/functions/src");
  const settings = (await load(join(functions, "settings.ts"))) as typeof SettingsModule;
  const models = (await load(join(functions, "models.ts"))) as typeof ModelsModule;
  const names = models.modelsFrom(settings.readSettings()).map((model) => model.name);
  if (names.length > 0) return `by model (${names.join(", then ")})`;
  return "from the textbooks' own passages; set OPENROUTER_API_KEY or UKHAAN_MODEL_BASE_URL for a model";
}
