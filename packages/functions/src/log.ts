import { Logger } from "@aws-lambda-powertools/logger";
import type { Log } from "@ukhaan/core/kernel";

/** Structured JSON log of one program (AWS Lambda Powertools). */
export function createLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (message, fields) => logger.info(message, { ...fields }),
    warn: (message, fields) => logger.warn(message, { ...fields }),
    error: (message, fields) => {
      const { error, ...rest } = fields ?? {};
      logger.error(message, error instanceof Error ? { ...rest, error } : { ...rest });
    },
  };
}
