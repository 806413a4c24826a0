/**
 * Whether a list could not be read because of its cursor: cut off, made up, or of another list. For the `catch` of a query
 * that was given one; an outage of the table stays what it is.
 */
export function isBadCursor(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some(
    // What isn't Base64 of JSON fails in the parser, what is no key of this index is refused by DynamoDB.
    (problem) =>
      problem instanceof Error &&
      /ValidationException|SyntaxError|cursor|JSON|starting key/i.test(`${problem.name} ${problem.message}`),
  );
}
