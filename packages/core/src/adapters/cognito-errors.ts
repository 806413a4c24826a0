import { DomainError } from "../kernel/index.ts";

/** Names under which Cognito says no to a person; which of them it was stays here. */
const refusals: ReadonlySet<string> = new Set([
  "NotAuthorizedException",
  "UserNotFoundException",
  "UserNotConfirmedException",
  "PasswordResetRequiredException",
]);
const pauses: ReadonlySet<string> = new Set([
  "TooManyRequestsException",
  "LimitExceededException",
  "TooManyFailedAttemptsException",
]);

export function hasName(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

export const isRefusal = (error: unknown): boolean => hasName(error, ...refusals);

/** What a caller may learn about a failed call: a pause, else that the provider is down. Never "not allowed". */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (hasName(error, ...pauses)) {
    return new DomainError("limited", "account.too-many-tries", { retryAfterS: 60 }, { cause: error });
  }
  return new DomainError("unavailable", "account.identity-down", {}, { cause: error });
}
