import { askBuckets, askQueues, askUserPool } from "@ukhaan/core/adapters/health-probes";
import type { Breakers, HealthHistory, HealthPart, HealthProbe, ProbeAnswer } from "@ukhaan/core/health";
import { systemIds } from "@ukhaan/core/kernel";
import type { PassageIndex } from "@ukhaan/core/textbook";
import type { LanguageModel } from "@ukhaan/core/tutor";

interface ProbedParts {
  readonly healthHistory: Pick<HealthHistory, "ping">;
  readonly passages: Pick<PassageIndex, "find">;
  readonly models: readonly Pick<LanguageModel, "name">[];
  readonly breakers: { list(): Promise<readonly { readonly model: string; readonly state: Breakers[string] }[]> };
  readonly queueUrls: readonly string[];
  readonly buckets: readonly string[];
  readonly userPool: Parameters<typeof askUserPool>[0];
}

/** How each part of this home is asked whether it is there. A look costs one small request a service, and no token. */
export function createHealthProbes(parts: ProbedParts): readonly HealthProbe[] {
  const { healthHistory, passages } = parts;
  return [
    answering("table", () => healthHistory.ping()),
    answering("queues", askQueues(parts.queueUrls)),
    answering("storage", askBuckets(parts.buckets)),
    // A passage that there is not: the engine has to look for it all the same.
    answering("search", () => passages.find([systemIds.next("passage")])),
    answering("identity", askUserPool(parts.userPool)),
    { part: "models", check: () => askModels(parts) },
  ];
}

const answering = (part: HealthPart, ask: (signal: AbortSignal) => Promise<unknown>): HealthProbe => ({
  part,
  async check(signal) {
    await ask(signal);
    return { state: "up" };
  },
});

/** Asking a model costs money: what the questions of the last minutes met with stands in the breakers. */
async function askModels({ models, breakers }: Pick<ProbedParts, "models" | "breakers">): Promise<ProbeAnswer> {
  if (models.length === 0) return { state: "off" };
  const records = await breakers.list();
  const states = models.map(
    ({ name }) => [name, records.find(({ model }) => model === name)?.state ?? "closed"] as const,
  );
  const isSpared = states.every(([, state]) => state === "open");
  return { state: isSpared ? "down" : "up", breakers: Object.fromEntries(states) };
}
