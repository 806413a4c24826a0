import type { Actor, Clock } from "../kernel/index.ts";
import type { AccountPorts } from "./ports.ts";
import { expiryOf, isVisitDue } from "./session-lifetime.ts";
import { hashToken, looksLikeToken } from "./session-token.ts";

/**
 * Who holds this token: exactly one read, and undefined for a token that is unknown, ended, expired or no token at all.
 * Once an hour (staff) or a day (pupils) the visit is also written down, which prolongs the session.
 */
export async function resolveSession(
  ctx: { readonly clock: Clock } & Pick<AccountPorts, "sessions">,
  token: string,
): Promise<Actor | undefined> {
  if (!looksLikeToken(token)) return undefined;
  const tokenHash = hashToken(token);
  const session = await ctx.sessions.find(tokenHash);
  const nowMs = ctx.clock.nowMs();
  // DynamoDB deletes expired items hours late: their presence means nothing.
  if (!session || session.expiresAtMs <= nowMs) return undefined;

  const { actor, createdAtMs, seenAtMs } = session;
  if (isVisitDue(actor.role, seenAtMs, nowMs)) {
    const expiresAtMs = expiryOf(actor.role, createdAtMs, nowMs);
    const alive = await ctx.sessions.extend({ tokenHash, seenAtMs: nowMs, expiresAtMs });
    // Ended between our read and our write.
    if (!alive) return undefined;
  }
  return actor;
}
