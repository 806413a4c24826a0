/** Name of the session cookie; the chat function reads the same one. */
export const sessionCookieName = "ukhaan_session";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

function attributes(request: Request): string {
  const { protocol, hostname } = new URL(request.url);
  // Behind the CDN the function itself may be reached by http; only a person's own machine goes without Secure.
  const plain = protocol === "http:" && loopback.has(hostname);
  return `Path=/; HttpOnly; SameSite=Lax${plain ? "" : "; Secure"}`;
}

/** Opaque session token of the request, or undefined. Only the shape is checked here. */
export function readSessionToken(request: Request): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [name, value] = pair.trim().split("=", 2);
    if (name === sessionCookieName && value && /^[\w.~-]{16,512}$/.test(value)) return value;
  }
  return undefined;
}

/** `Set-Cookie` value of a new session. */
export function sessionCookie(request: Request, session: { token: string; expiresAtMs: number }): string {
  const expires = new Date(session.expiresAtMs).toUTCString();
  return `${sessionCookieName}=${session.token}; Expires=${expires}; ${attributes(request)}`;
}

/** `Set-Cookie` value that forgets the session in this browser. */
export function forgottenSessionCookie(request: Request): string {
  return `${sessionCookieName}=; Max-Age=0; ${attributes(request)}`;
}
