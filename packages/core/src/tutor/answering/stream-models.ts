import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../../kernel/index.ts";
import { createUsageMeter, type UsageMeter } from "../model-chain/usage-meter.ts";
import { retryWaitMs } from "../model-chain/retry-wait.ts";
import {
  type Admission,
  type LanguageModel,
  type ModelBreaker,
  ModelFailure,
  type ModelMessage,
  type ModelUsage,
} from "../ports.ts";
import { createSentenceSplitter } from "./split-sentences.ts";

export interface ModelsInput {
  readonly models: readonly LanguageModel[];
  readonly messages: readonly ModelMessage[];
  readonly maxOutputTokens: number;
  /** All models together. */
  readonly timeoutMs: number;
  /** After so long without a whole sentence no further model is begun with: the book answers at once. Half of `timeoutMs` unless given. */
  readonly patienceMs?: number;
  readonly log: Log;
  readonly breaker?: ModelBreaker | undefined;
  /** Counts what the models took, also where nobody listens to the end. */
  readonly meter?: UsageMeter;
}

/** How the models ended. `cut` says that sentences were given and the model failed before its end. */
export type ModelsEnd =
  | { readonly kind: "complete" | "cut"; readonly model: string; readonly usage: ModelUsage | undefined }
  | { readonly kind: "none" };

/** An answer that is being made, with what all its requests share. */
interface Asking extends ModelsInput {
  readonly meter: UsageMeter;
  readonly deadline: AbortSignal;
  /** What breakers are being told; awaited once, at the end, so that no pupil waits for it between two models. */
  readonly told: Promise<void>[];
}

/** How far one request got. */
interface Speech {
  chars: number;
  /** Whole sentences that were given. */
  said: number;
  usage: ModelUsage | undefined;
}

/**
 * Whole sentences of the first model that speaks. Until its first whole sentence a model that fails is passed over
 * silently for the next, asked once more where that may help; afterwards nobody else may go on in its place, because the
 * sentences would not fit together. A model whose breaker is open is not asked at all.
 */
export async function* streamModels(input: ModelsInput): AsyncGenerator<string, ModelsEnd> {
  const { meter = createUsageMeter(), patienceMs = input.timeoutMs / 2 } = input;
  const startedMs = performance.now();
  const asking: Asking = { ...input, meter, deadline: AbortSignal.timeout(input.timeoutMs), told: [] };
  try {
    for (const model of input.models) {
      if (asking.deadline.aborted || performance.now() - startedMs > patienceMs) break;
      const admission = (await input.breaker?.admit(model.name)) ?? "closed";
      if (admission === "open") continue;
      const end = yield* askModel(asking, model, admission);
      if (end) return { kind: end, model: model.name, usage: meter.total() };
    }
    return { kind: "none" };
  } finally {
    await Promise.all(asking.told);
  }
}

/** One model, at most twice; undefined when it gave no sentence. */
async function* askModel(
  asking: Asking,
  model: LanguageModel,
  admission: Admission,
): AsyncGenerator<string, "complete" | "cut" | undefined> {
  const { log, breaker, told, deadline, timeoutMs } = asking;
  const startedMs = performance.now();
  const speech: Speech = { chars: 0, said: 0, usage: undefined };
  let judged = false;
  const judge = (verdict: Promise<void> | undefined) => {
    judged = true;
    if (verdict) told.push(verdict);
  };
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        yield* speak(asking, model, speech);
        judge(breaker?.succeeded(model.name, admission));
        return "complete";
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        const { reason } = error;
        log.warn("A model failed.", { model: model.name, reason, said: speech.said, attempt });
        const waitMs = attempt === 1 && speech.chars === 0 ? retryWaitMs(error) : undefined;
        if (waitMs !== undefined && (await waited(waitMs, deadline))) continue;
        // That the answer's time ran out is the fault of the model that used up most of it.
        const isOwnFault = !deadline.aborted || performance.now() - startedMs > timeoutMs / 2;
        if (isOwnFault && speaksOfModel(error)) judge(breaker?.failed(model.name, admission, reason));
        return speech.said > 0 ? "cut" : undefined;
      }
    }
  } finally {
    // Nobody wanted to hear the end, but the model speaks.
    if (!judged && speech.said > 0) judge(breaker?.succeeded(model.name, admission));
  }
}

/** One request, sentence by sentence; throws ModelFailure, also for a model that says nothing. */
async function* speak(asking: Asking, model: LanguageModel, speech: Speech): AsyncGenerator<string, void> {
  const { messages, maxOutputTokens, deadline, meter } = asking;
  const stop = new AbortController();
  const splitter = createSentenceSplitter();
  try {
    const signal = AbortSignal.any([deadline, stop.signal]);
    for await (const chunk of model.stream({ messages, maxOutputTokens, signal })) {
      if (chunk.type === "end") {
        speech.usage = chunk.usage;
        if (chunk.finish === "filtered" && speech.said === 0) throw new ModelFailure("refused");
        break;
      }
      speech.chars += chunk.text.length;
      for (const sentence of splitter.push(chunk.text)) {
        speech.said += 1;
        yield sentence;
      }
    }
    for (const sentence of splitter.end()) {
      if (speech.said === 0 && sentence.trim() === "") continue;
      speech.said += 1;
      yield sentence;
    }
    if (speech.said === 0) throw new ModelFailure("malformed");
  } finally {
    // A consumer that stops listening (screening refused a sentence) must not leave the model talking.
    stop.abort();
    const promptChars = messages.reduce((total, { content }) => total + content.length, 0);
    meter.add(model, { usage: speech.usage, promptChars, spokenChars: speech.chars });
  }
}

/** Whether a failure says something about the model, and not about one question: a key that is refused does, a long prompt doesn't. */
const speaksOfModel = ({ reason, status }: ModelFailure) =>
  reason !== "refused" || (status !== undefined && [401, 402, 403, 404].includes(status));

/** False when the answer's time ran out meanwhile. */
async function waited(waitMs: number, deadline: AbortSignal): Promise<boolean> {
  await delay(waitMs, undefined, { signal: deadline }).catch(() => undefined);
  return !deadline.aborted;
}
