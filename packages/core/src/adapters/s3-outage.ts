import { S3ServiceException } from "@aws-sdk/client-s3";
import { DomainError } from "../kernel/index.ts";

/** S3 that can't be reached is an outage with a name; S3 that answers with a refusal is a bug of ours and stays one. */
export async function reached<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const isOutage =
      error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) >= 500 : isNetworkError(error);
    if (!isOutage) throw error;
    throw new DomainError("unavailable", "textbook.storage-down", {}, { cause: error });
  }
}

function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return error.name === "TimeoutError" || (typeof code === "string" && /^E[A-Z_]+$/.test(code));
}
