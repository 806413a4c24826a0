import { createHash, randomBytes } from "node:crypto";

const tokenBytes = 32;
const shape = /^[\w-]{43}$/;

/** A session's secret: 32 random bytes, base64url (43 characters). */
export function drawSessionToken(): string {
  return randomBytes(tokenBytes).toString("base64url");
}

/** Whether a cookie's value can be a token at all; anything else needs no read. */
export function looksLikeToken(value: string): boolean {
  return shape.test(value);
}

/**
 * What is stored in the token's place. A plain SHA-256 is enough: 256 random bits can't be guessed, and a stolen table
 * then opens no session.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
