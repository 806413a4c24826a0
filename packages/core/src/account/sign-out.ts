import type { AccountPorts } from "./ports.ts";
import { hashToken, looksLikeToken } from "./session-token.ts";

/** Ends the session of this token. A token that is unknown or ended already changes nothing. */
export async function signOut(ctx: Pick<AccountPorts, "sessions">, token: string): Promise<void> {
  if (looksLikeToken(token)) await ctx.sessions.end(hashToken(token));
}
