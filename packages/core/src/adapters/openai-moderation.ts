import { APIError, OpenAI } from "openai";
import * as z from "zod";
import type { SafetyClassifier } from "../safety/ports.ts";
import { ageBand, type SafetyCategory, type Severity } from "../safety/schema.ts";
import { ModerationFailure, tryTwice } from "./moderation-attempts.ts";

export interface OpenAiModerationOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** For each of at most two attempts. */
  readonly timeoutMs: number;
}

/** Categories of the endpoint: https://platform.openai.com/docs/guides/moderation */
const categories: Readonly<Record<string, { readonly category: SafetyCategory; readonly severity: Severity }>> = {
  "self-harm": { category: "self-harm", severity: "urgent" },
  "self-harm/intent": { category: "self-harm", severity: "urgent" },
  "self-harm/instructions": { category: "self-harm", severity: "urgent" },
  "sexual/minors": { category: "sexual-minor", severity: "urgent" },
  sexual: { category: "sexual", severity: "normal" },
  hate: { category: "hate", severity: "normal" },
  "hate/threatening": { category: "hate", severity: "high" },
  harassment: { category: "bullying", severity: "normal" },
  "harassment/threatening": { category: "violence", severity: "high" },
  violence: { category: "violence", severity: "high" },
  "violence/graphic": { category: "violence", severity: "high" },
  illicit: { category: "drugs", severity: "high" },
  "illicit/violent": { category: "weapons", severity: "high" },
};

/** From which score on a category counts, where the service itself did not flag it. Younger pupils sooner. */
const counts = { primary: 0.3, lower: 0.4, upper: 0.5 } as const;

const Answer = z.object({
  results: z
    .array(
      z.object({
        categories: z.record(z.string(), z.boolean().nullable()),
        category_scores: z.record(z.string(), z.number().nullable()),
      }),
    )
    .min(1),
});

/** A classifier behind OpenAI's `/moderations` or an endpoint that speaks it. Throws `ModerationFailure`. */
export function createOpenAiModeration({
  baseUrl,
  apiKey,
  model,
  timeoutMs,
}: OpenAiModerationOptions): SafetyClassifier {
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0, logLevel: "off", timeout: timeoutMs });
  return {
    classify: ({ text, grade }) =>
      tryTwice(timeoutMs, async (signal) => {
        const answer = Answer.safeParse(await ask(client, { model, text, signal }));
        if (!answer.success) throw new ModerationFailure("half an answer", { isPassing: true, cause: answer.error });
        const [result] = answer.data.results;
        const least = counts[ageBand(grade)];
        return Object.entries(categories)
          .filter(([name]) => result?.categories[name] === true || (result?.category_scores[name] ?? 0) >= least)
          .map(([, finding]) => finding);
      }),
  };
}

async function ask(
  client: OpenAI,
  { model, text, signal }: { readonly model: string; readonly text: string; readonly signal: AbortSignal },
): Promise<unknown> {
  try {
    return await client.moderations.create({ model, input: text }, { signal });
  } catch (error) {
    throw toModerationFailure(error);
  }
}

/** A status of 4xx means that the same request would be refused again; a rate limit and a slow answer do not. */
export function toModerationFailure(error: unknown): ModerationFailure {
  if (error instanceof ModerationFailure) return error;
  const status = error instanceof APIError ? error.status : undefined;
  const isRefused = status !== undefined && status >= 400 && status < 500 && status !== 429 && status !== 408;
  return new ModerationFailure(isRefused ? "refused" : "no answer", { isPassing: !isRefused, cause: error });
}
