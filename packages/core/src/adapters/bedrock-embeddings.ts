import { setTimeout as delay } from "node:timers/promises";
import { BedrockRuntimeClient, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import { EmbeddingFailure, type EmbeddingFailureReason, type Embeddings } from "../textbook/ports.ts";

export interface BedrockEmbeddingsOptions {
  readonly region: string;
  /** `cohere.embed-multilingual-v3`, `amazon.titan-embed-text-v2:0`, or an inference profile of one of them. */
  readonly modelId: string;
  /** Length of its vectors; an answer of another length is refused. Cohere: 1,024. Titan: 1,024, 512 or 256. */
  readonly dimensions: number;
  /** For one request, its retries apart. */
  readonly timeoutMs?: number;
  /** How often one request is made at most. */
  readonly tries?: number;
  /** For the one request of a question, which is not tried again: somebody waits, and words alone find well. */
  readonly queryTimeoutMs?: number;
  /** Only for tests; else the SDK's own settings. */
  readonly endpoint?: string;
}

type Purpose = Parameters<Embeddings["embed"]>[1];

/** How one family of models is asked. */
interface Family {
  /** Texts in one request, and requests at the same time. */
  readonly batchSize: number;
  readonly atOnce: number;
  request(texts: readonly string[], purpose: Purpose, dimensions: number): object;
  /** The vectors in the order of the texts, unchecked, and the tokens where the answer counts them. */
  read(answer: Readonly<Record<string, unknown>>): { readonly vectors: unknown; readonly tokens?: unknown };
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html: at most 96 texts of 2,048 characters. */
const cohere: Family = {
  batchSize: 96,
  atOnce: 2,
  request: (texts, purpose) => ({
    texts: texts.map((text) => text.slice(0, 2_048)),
    input_type: purpose === "query" ? "search_query" : "search_document",
    truncate: "END",
  }),
  read: ({ embeddings }) => ({ vectors: embeddings }),
};

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html: one text a request. */
const titan: Family = {
  batchSize: 1,
  atOnce: 8,
  request: ([text = ""], _purpose, dimensions) => ({ inputText: text.slice(0, 50_000), dimensions, normalize: true }),
  read: ({ embedding, inputTextTokenCount }) => ({ vectors: [embedding], tokens: inputTextTokenCount }),
};

/**
 * Embeddings on Amazon Bedrock (InvokeModel): Cohere Embed Multilingual, and Titan Text Embeddings V2. Throttling, overload and lost
 * connections are tried again with growing, random pauses.
 *
 * @throws Error for a model of another family
 */
export function createBedrockEmbeddings(options: BedrockEmbeddingsOptions): Embeddings {
  const { region, modelId, dimensions, endpoint, timeoutMs = 15_000, tries = 5, queryTimeoutMs = 1_500 } = options;
  const family = familyOf(modelId);
  const client = new BedrockRuntimeClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 1,
  });

  const embedBatch = async (texts: readonly string[], purpose: Purpose, onTokens?: (tokens: number) => void) => {
    // An empty text is refused, and with it its whole batch.
    const request = family.request(
      texts.map((text) => (text.trim() === "" ? "-" : text)),
      purpose,
      dimensions,
    );
    const answer = await invoke(client, modelId, request, purpose === "query" ? queryTimeoutMs : timeoutMs);
    const { vectors, tokens = answer.tokens } = family.read(answer.body);
    const checked = checkVectors(vectors, texts.length, dimensions);
    if (typeof tokens === "number" && Number.isFinite(tokens)) onTokens?.(tokens);
    return checked;
  };

  return {
    model: modelId,
    dimensions,
    async embed(texts, purpose, onTokens) {
      const { batchSize, atOnce } = family;
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += batchSize * atOnce) {
        const batches = Array.from({ length: atOnce }, (_unused, at) =>
          texts.slice(start + at * batchSize, start + (at + 1) * batchSize),
        ).filter((batch) => batch.length > 0);
        const answers = await Promise.all(
          batches.map((batch) =>
            withTries(purpose === "query" ? 1 : tries, () => embedBatch(batch, purpose, onTokens)),
          ),
        );
        vectors.push(...answers.flat());
      }
      return vectors;
    },
  };
}

function familyOf(modelId: string): Family {
  if (modelId.includes("cohere.embed-multilingual")) return cohere;
  if (modelId.includes("amazon.titan-embed-text-v2")) return titan;
  throw new Error(
    `${modelId} is no embedding model that Ukhaan knows: cohere.embed-multilingual-v3 or amazon.titan-embed-text-v2:0`,
  );
}

async function invoke(client: BedrockRuntimeClient, modelId: string, request: object, timeoutMs: number) {
  const command = new InvokeModelCommand({
    modelId,
    contentType: "application/json",
    accept: "application/json",
    body: JSON.stringify(request),
  });
  let tokens: number | undefined;
  // Cohere's answer counts nothing itself; Bedrock does, for all models, in a header that the SDK keeps to itself.
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { readonly headers?: Readonly<Record<string, string>> };
      const counted = Number(headers?.["x-amzn-bedrock-input-token-count"]);
      if (counted > 0) tokens = counted;
      return result;
    },
    { step: "deserialize", priority: "low" },
  );
  try {
    const { body } = await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
    return { body: JSON.parse(new TextDecoder().decode(body)) as Readonly<Record<string, unknown>>, tokens };
  } catch (error) {
    throw new EmbeddingFailure(reasonOf(error), { cause: error });
  }
}

/** Checks what came: an index that mixed short or shifted vectors in could not be repaired. */
function checkVectors(vectors: unknown, count: number, dimensions: number): readonly Float32Array[] {
  if (!Array.isArray(vectors) || vectors.length !== count) throw new EmbeddingFailure("malformed");
  return vectors.map((values: unknown) => {
    const isVector = Array.isArray(values) && values.length === dimensions && values.every(Number.isFinite);
    if (!isVector) throw new EmbeddingFailure("malformed");
    return Float32Array.from(values as readonly number[]);
  });
}

const worthAnotherTry: ReadonlySet<EmbeddingFailureReason> = new Set(["rate-limited", "timeout", "unreachable"]);

async function withTries<Result>(tries: number, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= tries || !(error instanceof EmbeddingFailure) || !worthAnotherTry.has(error.reason)) throw error;
      await delay(Math.min(8_000, 150 * 2 ** attempt) * Math.random());
    }
  }
}

const reasons: Readonly<Record<string, EmbeddingFailureReason>> = {
  ThrottlingException: "rate-limited",
  ServiceQuotaExceededException: "rate-limited",
  ModelTimeoutException: "timeout",
  TimeoutError: "timeout",
  AbortError: "timeout",
  AccessDeniedException: "refused",
  ValidationException: "refused",
  ResourceNotFoundException: "refused",
  SyntaxError: "malformed",
};

/** What is neither refused nor throttled is an outage of the service or of the way to it. */
const reasonOf = (error: unknown): EmbeddingFailureReason =>
  (error instanceof Error ? reasons[error.name] : undefined) ?? "unreachable";
