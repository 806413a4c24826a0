import { type Actor, type Ctx, type Page, parse, requireRole } from "../kernel/index.ts";
import type { AccountPorts } from "./ports.ts";
import { type DeviceView, ListDevicesInput } from "./schema.ts";
import { everyone } from "./everyone.ts";
import { accountOf } from "./tenant-of.ts";

/** The devices that the asking account is signed in on, newest first, 25 a page. */
export async function listDevices(
  ctx: Ctx<Actor, Pick<AccountPorts, "sessions">>,
  input: ListDevicesInput = {},
): Promise<Page<DeviceView>> {
  const actor = requireRole(ctx.actor, ...everyone);
  const { cursor } = parse(ListDevicesInput, input);
  const page = await ctx.sessions.listOf(accountOf(actor), cursor);
  const nowMs = ctx.clock.nowMs();
  const items = page.items
    .filter((session) => session.expiresAtMs > nowMs)
    .map((session) => ({
      sessionId: session.sessionId,
      label: session.label,
      signedInAtMs: session.createdAtMs,
      lastSeenAtMs: session.seenAtMs,
      current: session.sessionId === actor.sessionId,
    }));
  return { ...page, items };
}
