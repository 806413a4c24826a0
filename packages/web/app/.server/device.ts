/** The `device` of a sign-in: the browser's own description, of which only a label like "Chrome · Android" is kept. */
export function deviceOf(request: Request): string {
  return (request.headers.get("user-agent") ?? "").slice(0, 1_000);
}
