import { type Actor, type Ctx, DomainError, parse, requireRole } from "../kernel/index.ts";
import { everyone } from "./everyone.ts";
import type { AccountPorts } from "./ports.ts";
import { SignOutDeviceInput } from "./schema.ts";
import { accountOf } from "./tenant-of.ts";

/**
 * Ends one session of the asking account. Throws `not-found` `account.no-such-device` for one that is not there;
 * somebody else's looks the same, because only the own account's sessions are searched.
 */
export async function signOutDevice(
  ctx: Ctx<Actor, Pick<AccountPorts, "sessions">>,
  input: SignOutDeviceInput,
): Promise<void> {
  const actor = requireRole(ctx.actor, ...everyone);
  const { sessionId } = parse(SignOutDeviceInput, input);
  const session = await ctx.sessions.findOf(accountOf(actor), sessionId);
  if (!session) throw new DomainError("not-found", "account.no-such-device");
  await ctx.sessions.end(session.tokenHash);
}
