import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError, OpenAI } from "openai";
import type { CompletionUsage } from "openai/resources/completions";
import {
  type LanguageModel,
  type ModelChunk,
  ModelFailure,
  type ModelFailureReason,
  type ModelRequest,
  type ModelUsage,
} from "../tutor/ports.ts";
import { type ModelTimeouts, withModelTimeouts } from "./model-timeouts.ts";

export interface OpenAiModelOptions extends ModelTimeouts {
  /** For records and the interface. */
  readonly name: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  /** As the provider names it. */
  readonly model: string;
  readonly price?: NonNullable<LanguageModel["price"]>;
  /** Asks for the cost in dollars with the usage, as OpenRouter can tell it; other endpoints may refuse the question. */
  readonly tellsCost?: boolean;
}

/** A model behind OpenRouter or any OpenAI-compatible endpoint (`/chat/completions`, streamed). */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  const client = new OpenAI({
    baseURL: options.baseUrl,
    apiKey: options.apiKey,
    // The model chain tries again, with another model: a hidden retry would only add waiting.
    maxRetries: 0,
    // The client logs chunks that it can't parse: a child's answer has no business in a log.
    logLevel: "off",
    timeout: options.wholeAnswerTimeoutMs ?? 60_000,
    // How OpenRouter lists the caller; other endpoints ignore them.
    defaultHeaders: { "HTTP-Referer": "https://ukhaan.mn", "X-Title": "Ukhaan" },
  });
  return {
    name: options.name,
    ...(options.price === undefined ? {} : { price: options.price }),
    stream: (request) =>
      withModelTimeouts(options, request.signal, (signal) => readStream(client, options, request, signal)),
  };
}

async function* readStream(
  client: OpenAI,
  { model, tellsCost = false }: OpenAiModelOptions,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelChunk, void> {
  try {
    const stream = await client.chat.completions.create(
      {
        model,
        messages: request.messages.map(({ role, content }) => ({ role, content })),
        max_tokens: request.maxOutputTokens,
        temperature: 0.3,
        stream: true,
        stream_options: { include_usage: true },
        // https://openrouter.ai/docs/use-cases/usage-accounting
        ...(tellsCost ? { usage: { include: true } } : {}),
      },
      { signal },
    );
    let finish: string | undefined;
    let usage: ModelUsage | undefined;
    for await (const chunk of stream) {
      refuseErrorChunk(chunk);
      if (chunk.usage) usage = usageOf(chunk.usage);
      const choice = chunk.choices?.[0];
      if (choice?.delta?.content) yield { type: "text", text: choice.delta.content };
      finish = choice?.finish_reason ?? finish;
    }
    // A connection that closes politely without a reason to finish was cut by something in between.
    if (finish === undefined) throw new ModelFailure("cut-off");
    yield { type: "end", ...(usage === undefined ? {} : { usage }), finish: finishOf(finish) };
  } catch (error) {
    throw toModelFailure(error);
  }
}

/** `cost` is OpenRouter's: US dollars. */
function usageOf({
  prompt_tokens: inputTokens,
  completion_tokens: outputTokens,
  ...told
}: CompletionUsage): ModelUsage {
  const { cost } = told as { readonly cost?: unknown };
  return {
    inputTokens,
    outputTokens,
    ...(typeof cost === "number" && cost >= 0 ? { costMicroUsd: cost * 1_000_000 } : {}),
  };
}

const finishOf = (reason: string) =>
  reason === "length" ? "length" : reason === "content_filter" ? "filtered" : "stop";

/** OpenRouter reports a provider's failure inside the stream, with status 200: `{"error":{"code":502,…}}`. */
function refuseErrorChunk(chunk: object): void {
  if (!("error" in chunk) || !chunk.error) return;
  const { code } = chunk.error as { readonly code?: unknown };
  const status = typeof code === "number" ? code : undefined;
  throw new ModelFailure(reasonOfStatus(status), { cause: chunk.error, ...(status === undefined ? {} : { status }) });
}

function toModelFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) {
    return new ModelFailure("timeout", { cause: error });
  }
  if (error instanceof APIConnectionError) {
    // A connection that broke may hold the next time; one that could not be made will hardly.
    return new ModelFailure(causes(error).some(isReset) ? "cut-off" : "unreachable", { cause: error });
  }
  if (error instanceof APIError) {
    const retryAfterS = Number(error.headers?.get("retry-after"));
    // A failure inside the stream has no status of its own: the provider's code stands in its place.
    const code: unknown = error.status ?? error.code;
    const status = typeof code === "number" ? code : undefined;
    return new ModelFailure(reasonOfStatus(status), {
      cause: error,
      ...(Number.isFinite(retryAfterS) && retryAfterS > 0 ? { retryAfterS } : {}),
      ...(status === undefined ? {} : { status }),
    });
  }
  if (error instanceof SyntaxError) return new ModelFailure("malformed", { cause: error });
  // What Node's fetch throws when a body ends early.
  return new ModelFailure("cut-off", { cause: error });
}

function causes(error: unknown): readonly unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [error];
}

const isReset = (error: unknown) =>
  ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(String((error as { readonly code?: unknown } | undefined)?.code));

function reasonOfStatus(status: number | undefined): ModelFailureReason {
  if (status === 429) return "rate-limited";
  if (status === 408 || status === 504) return "timeout";
  if (status === undefined || status >= 500) return "overloaded";
  return "refused";
}
