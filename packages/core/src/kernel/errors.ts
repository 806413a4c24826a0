/** What kind of refusal a caller meets; each kind has exactly one HTTP status (see {@link httpStatus}). */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-large"
  | "limited"
  | "unavailable";

/** Machine-readable facts that the page needs to explain a refusal (seconds, sizes, names of fields). */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/**
 * A refusal that the caller may see. `code` is `slice.reason` and has words in every language of the
 * interface (a test checks that). Anything thrown that is not a DomainError is a bug.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(kind: ErrorKind, code: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${kind}: ${code}`, options);
    this.name = "DomainError";
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

const statuses = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  limited: 429,
  unavailable: 503,
} satisfies Record<ErrorKind, number>;

/** HTTP status of a refusal; 500 for everything that is not a {@link DomainError}. */
export function httpStatus(error: unknown): number {
  return error instanceof DomainError ? statuses[error.kind] : 500;
}
