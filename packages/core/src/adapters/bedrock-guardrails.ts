import {
  ApplyGuardrailCommand,
  type ApplyGuardrailCommandOutput,
  BedrockRuntimeClient,
  BedrockRuntimeServiceException,
} from "@aws-sdk/client-bedrock-runtime";
import type { SafetyClassifier } from "../safety/ports.ts";
import type { SafetyCategory, Severity } from "../safety/schema.ts";
import { ModerationFailure, tryTwice } from "./moderation-attempts.ts";

export interface BedrockGuardrailsOptions {
  readonly region: string;
  readonly guardrailId: string;
  readonly guardrailVersion: string;
  /** For each of at most two attempts. */
  readonly timeoutMs: number;
  /**
   * Scripts of the languages that the guardrail's tier knows; a text chiefly in another one is left to the rules. The list is
   * in https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-supported-languages.html
   */
  readonly scripts: readonly ("latin" | "cyrillic")[];
  /** Only for tests; else the SDK's own settings. */
  readonly endpoint?: string;
}

interface ClassifierFinding {
  readonly category: SafetyCategory;
  readonly severity: Severity;
}

const filters: Readonly<Record<string, ClassifierFinding>> = {
  SEXUAL: { category: "sexual", severity: "normal" },
  VIOLENCE: { category: "violence", severity: "high" },
  HATE: { category: "hate", severity: "normal" },
  INSULTS: { category: "bullying", severity: "normal" },
  MISCONDUCT: { category: "weapons", severity: "high" },
  PROMPT_ATTACK: { category: "jailbreak", severity: "normal" },
};
const unnamed: ClassifierFinding = { category: "manipulation", severity: "normal" };

/** A classifier that is a guardrail of Amazon Bedrock (ApplyGuardrail). Throws `ModerationFailure`. */
export function createBedrockGuardrails(options: BedrockGuardrailsOptions): SafetyClassifier {
  const { region, guardrailId, guardrailVersion, timeoutMs, scripts, endpoint } = options;
  const client = new BedrockRuntimeClient({ region, maxAttempts: 1, ...(endpoint === undefined ? {} : { endpoint }) });
  return {
    async classify({ text, direction }) {
      if (!scripts.includes(scriptOf(text))) return [];
      return tryTwice(timeoutMs, async (signal) => {
        const command = new ApplyGuardrailCommand({
          guardrailIdentifier: guardrailId,
          guardrailVersion,
          source: direction === "question" ? "INPUT" : "OUTPUT",
          content: [{ text: { text } }],
        });
        return read(await client.send(command, { abortSignal: signal }).catch(fail));
      });
    },
  };
}

function scriptOf(text: string): "latin" | "cyrillic" {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin > (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) ? "latin" : "cyrillic";
}

function read({
  action,
  assessments,
}: Pick<ApplyGuardrailCommandOutput, "action" | "assessments">): readonly ClassifierFinding[] {
  if (action === "NONE") return [];
  if (action !== "GUARDRAIL_INTERVENED") throw new ModerationFailure("half an answer", { isPassing: true });
  const found = (assessments ?? []).flatMap(
    ({ contentPolicy, topicPolicy, wordPolicy, sensitiveInformationPolicy }) => [
      ...(contentPolicy?.filters ?? []).map(({ type }) => filters[type ?? ""] ?? unnamed),
      ...(topicPolicy?.topics ?? []).map((): ClassifierFinding => ({ category: "off-topic", severity: "low" })),
      ...(wordPolicy ? [{ category: "bullying", severity: "low" } as const] : []),
      ...(sensitiveInformationPolicy ? [{ category: "personal-data", severity: "low" } as const] : []),
    ],
  );
  return found.length > 0 ? found : [unnamed];
}

function fail(error: unknown): never {
  const status = error instanceof BedrockRuntimeServiceException ? error.$metadata.httpStatusCode : undefined;
  const isRefused = status !== undefined && status >= 400 && status < 500 && status !== 429 && status !== 408;
  throw new ModerationFailure(isRefused ? "refused" : "no answer", { isPassing: !isRefused, cause: error });
}
