import { Logger } from "@aws-lambda-powertools/logger";
import type { Log, LogFields } from "@ukhaan/core/kernel";
import { maskPersonalData } from "@ukhaan/core/safety";

/** Fields that say who somebody is, what they wrote, or what opens a door: their values never reach a log. */
const secret =
  /question|answer|text|excerpt|prompt|content|message|body|note|comment|title|query|name|pin|token|cookie|secret|password|authorization|email|e-mail|phone|address|session|apikey|api_key/iu;
/** Ids, counts and codes that only sound like them. */
const harmless = /(?:Id|Ids|Ms|Bytes|Count|Code|Status|Tokens|Version)$/u;
const hidden = "[hidden]";
const deepest = 6;

/** Structured JSON log of one program (AWS Lambda Powertools). What could name a pupil or repeat their words is left out. */
export function createLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (message, fields) => logger.info(maskPersonalData(message), redact(fields)),
    warn: (message, fields) => logger.warn(maskPersonalData(message), redact(fields)),
    error: (message, fields) => {
      const { error, ...rest } = fields ?? {};
      const safe = redact(rest);
      logger.error(maskPersonalData(message), error instanceof Error ? { ...safe, error: redactError(error) } : safe);
    },
  };
}

const redact = (fields: LogFields = {}): Record<string, unknown> => redactValue(fields, 0) as Record<string, unknown>;

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return maskPersonalData(value);
  if (value instanceof Error) return redactError(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth >= deepest) return hidden;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isSecret = secret.test(key) && !harmless.test(key) && typeof item !== "number" && typeof item !== "boolean";
      return [key, isSecret ? hidden : redactValue(item, depth + 1)];
    }),
  );
}

/** The stack and the kind of an error; messages of libraries quote what they were given. */
function redactError(error: Error): Error {
  const safe = new Error(maskPersonalData(error.message));
  safe.name = error.name;
  if (error.stack !== undefined) safe.stack = maskPersonalData(error.stack);
  if (error.cause instanceof Error) safe.cause = redactError(error.cause);
  return safe;
}
