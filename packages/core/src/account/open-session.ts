import type { Actor, Anonymous, Ctx } from "../kernel/index.ts";
import { deviceLabel } from "./device-label.ts";
import type { AccountPorts } from "./ports.ts";
import type { ActorSeed, OpenedSession } from "./schema.ts";
import { expiryOf, latestEndOf } from "./session-lifetime.ts";
import { drawSessionToken, hashToken } from "./session-token.ts";
import { accountOf } from "./tenant-of.ts";

/**
 * Opens a session for somebody whose identity the caller has just proved; a step of the sign-ins, never a route of its own.
 * `device` is the User-Agent header.
 */
export async function openSession(
  ctx: Ctx<Anonymous, Pick<AccountPorts, "sessions">>,
  input: { readonly actor: ActorSeed; readonly device: string },
): Promise<OpenedSession> {
  const sessionId = ctx.ids.next("session");
  const actor: Actor = { ...input.actor, sessionId };
  const token = drawSessionToken();
  const createdAtMs = ctx.clock.nowMs();
  await ctx.sessions.add({
    ...accountOf(actor),
    tokenHash: hashToken(token),
    sessionId,
    actor,
    label: deviceLabel(input.device),
    createdAtMs,
    seenAtMs: createdAtMs,
    expiresAtMs: expiryOf(actor.role, createdAtMs, createdAtMs),
  });
  return { token, expiresAtMs: latestEndOf(actor.role, createdAtMs), actor };
}
