import type { Log } from "../../kernel/index.ts";
import { type LanguageModel, ModelFailure, type ModelMessage } from "../ports.ts";
import type { Usage } from "../schema.ts";
import { createSentenceSplitter } from "./split-sentences.ts";

export interface ModelsInput {
  readonly models: readonly LanguageModel[];
  readonly messages: readonly ModelMessage[];
  readonly maxOutputTokens: number;
  /** All models together. */
  readonly timeoutMs: number;
  readonly log: Log;
}

/** How the models ended. `cut` says that sentences were given and the model failed before its end. */
export type ModelsEnd =
  | { readonly kind: "complete" | "cut"; readonly model: string; readonly usage: Usage }
  | { readonly kind: "none" };

/**
 * Whole sentences of the first model that speaks. Until its first whole sentence a model that fails is passed over
 * silently for the next; afterwards nobody else may go on in its place, because the sentences would not fit together.
 */
export async function* streamModels(input: ModelsInput): AsyncGenerator<string, ModelsEnd> {
  const deadline = AbortSignal.timeout(input.timeoutMs);
  for (const model of input.models) {
    if (deadline.aborted) break;
    let said = 0;
    let usage: Usage = { inputTokens: 0, outputTokens: 0 };
    const stop = new AbortController();
    try {
      const splitter = createSentenceSplitter();
      const signal = AbortSignal.any([deadline, stop.signal]);
      for await (const chunk of model.stream({
        messages: input.messages,
        maxOutputTokens: input.maxOutputTokens,
        signal,
      })) {
        if (chunk.type === "end") {
          if (chunk.finish === "filtered" && said === 0) throw new ModelFailure("refused");
          usage = chunk.usage;
          break;
        }
        for (const sentence of splitter.push(chunk.text)) {
          said += 1;
          yield sentence;
        }
      }
      for (const sentence of splitter.end()) {
        if (said === 0 && sentence.trim() === "") continue;
        said += 1;
        yield sentence;
      }
      if (said === 0) throw new ModelFailure("malformed");
      return { kind: "complete", model: model.name, usage };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      input.log.warn("A model failed.", { model: model.name, reason: error.reason, said });
      if (said > 0) return { kind: "cut", model: model.name, usage };
    } finally {
      // A consumer that stops listening (screening refused a sentence) must not leave the model talking.
      stop.abort();
    }
  }
  return { kind: "none" };
}
