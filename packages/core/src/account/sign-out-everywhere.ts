import { type Actor, type Ctx, requireRole } from "../kernel/index.ts";
import { everyone } from "./everyone.ts";
import type { AccountPorts } from "./ports.ts";
import { accountOf } from "./tenant-of.ts";

/** Ends every session of the asking account, this one too, and says how many there were. */
export async function signOutEverywhere(
  ctx: Ctx<Actor, Pick<AccountPorts, "sessions">>,
): Promise<{ readonly ended: number }> {
  const actor = requireRole(ctx.actor, ...everyone);
  return { ended: await ctx.sessions.endAllOf(accountOf(actor)) };
}
