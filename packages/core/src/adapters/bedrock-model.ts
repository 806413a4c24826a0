import {
  BedrockRuntimeClient,
  type ContentBlock,
  ConverseStreamCommand,
  type ConverseStreamOutput,
  type Message,
} from "@aws-sdk/client-bedrock-runtime";
import {
  type LanguageModel,
  type ModelChunk,
  ModelFailure,
  type ModelFailureReason,
  type ModelMessage,
  type ModelRequest,
  type ModelUsage,
} from "../tutor/ports.ts";
import { type ModelTimeouts, withModelTimeouts } from "./model-timeouts.ts";

export interface BedrockModelOptions extends ModelTimeouts {
  /** For records and the interface. */
  readonly name: string;
  readonly region: string;
  /** Model id or inference profile. */
  readonly modelId: string;
  readonly price?: NonNullable<LanguageModel["price"]>;
  /** Only for tests; else the SDK's own settings. */
  readonly endpoint?: string;
}

/** A model on Amazon Bedrock (ConverseStream). */
export function createBedrockModel(options: BedrockModelOptions): LanguageModel {
  const client = new BedrockRuntimeClient({
    region: options.region,
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    // The model chain tries again, with another model.
    maxAttempts: 1,
  });
  return {
    name: options.name,
    ...(options.price === undefined ? {} : { price: options.price }),
    stream: (request) =>
      withModelTimeouts(options, request.signal, (signal) => readStream(client, options.modelId, request, signal)),
  };
}

async function* readStream(
  client: BedrockRuntimeClient,
  modelId: string,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelChunk, void> {
  try {
    const { stream } = await client.send(new ConverseStreamCommand({ modelId, ...toConverse(request) }), {
      abortSignal: signal,
    });
    if (!stream) throw new ModelFailure("malformed");
    let stopReason: string | undefined;
    let usage: ModelUsage | undefined;
    for await (const event of stream) {
      refuseErrorEvent(event);
      const text = event.contentBlockDelta?.delta?.text;
      if (text) yield { type: "text", text };
      stopReason = event.messageStop?.stopReason ?? stopReason;
      if (event.metadata?.usage) {
        const { inputTokens = 0, outputTokens = 0 } = event.metadata.usage;
        usage = { inputTokens, outputTokens };
      }
    }
    if (stopReason === undefined) throw new ModelFailure("cut-off");
    yield { type: "end", ...(usage === undefined ? {} : { usage }), finish: finishOf(stopReason) };
  } catch (error) {
    throw toModelFailure(error);
  }
}

function toConverse({ messages, maxOutputTokens }: ModelRequest) {
  const content = ({ content: text }: ModelMessage): ContentBlock[] => [{ text }];
  return {
    system: messages.filter(({ role }) => role === "system").map(({ content: text }) => ({ text })),
    messages: messages.flatMap((message): Message[] =>
      message.role === "system" ? [] : [{ role: message.role, content: content(message) }],
    ),
    inferenceConfig: { maxTokens: maxOutputTokens, temperature: 0.3 },
  };
}

const finishOf = (reason: string) =>
  reason === "max_tokens"
    ? "length"
    : reason === "content_filtered" || reason === "guardrail_intervened"
      ? "filtered"
      : "stop";

function refuseErrorEvent(event: ConverseStreamOutput): void {
  const failure =
    event.throttlingException ??
    event.internalServerException ??
    event.modelStreamErrorException ??
    event.serviceUnavailableException ??
    event.validationException;
  if (failure) throw failure;
}

const reasons: Readonly<Record<string, ModelFailureReason>> = {
  ThrottlingException: "rate-limited",
  ServiceQuotaExceededException: "rate-limited",
  ModelTimeoutException: "timeout",
  TimeoutError: "timeout",
  AbortError: "timeout",
  AccessDeniedException: "refused",
  ValidationException: "refused",
  ResourceNotFoundException: "refused",
  ModelErrorException: "overloaded",
  ModelStreamErrorException: "overloaded",
  ModelNotReadyException: "overloaded",
  InternalServerException: "overloaded",
  ServiceUnavailableException: "overloaded",
};
const unreachable = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

function toModelFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const { $response, $metadata } = error as {
    readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode;
  const retryAfterS = Number($response?.headers?.["retry-after"]);
  return new ModelFailure(reasonOf(error), {
    cause: error,
    ...(Number.isFinite(retryAfterS) && retryAfterS > 0 ? { retryAfterS } : {}),
    ...(status === undefined ? {} : { status }),
  });
}

function reasonOf(error: unknown): ModelFailureReason {
  const { name = "", code, message = "", cause } = error as Partial<Error> & { readonly code?: string };
  // HTTP/2 hides a refused connection behind a cancelled stream.
  const connection =
    code === "ERR_HTTP2_STREAM_CANCEL" ? (cause as { readonly code?: string } | undefined)?.code : code;
  if (unreachable.has(connection ?? "")) return "unreachable";
  if (/checksum|Could not deserialize|JSON/iu.test(message)) return "malformed";
  return reasons[name] ?? "cut-off";
}
