import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole, type SchoolAdmin } from "../kernel/index.ts";
import type { AiScope, AiSwitch, SchoolPorts } from "./ports.ts";
import { SwitchAiInput } from "./schema.ts";

type SwitchCtx = Ctx<SchoolAdmin | PlatformAdmin, Pick<SchoolPorts, "aiSwitches"> & Pick<AccountPorts, "audit">>;

/**
 * The kill switch: AI answers go off or on again, within seconds, in one school (its administrator) or everywhere
 * (platform administrators). Books, history and help cards stay. Audited with the reason. Throws `forbidden`
 * (account.wrong-role) for the other's switch.
 */
export async function switchAi(ctx: SwitchCtx, input: SwitchAiInput): Promise<AiSwitch> {
  const { scope, on, reason } = parse(SwitchAiInput, input);
  const place = scopeOf(ctx.actor, scope);
  const changedAtMs = ctx.clock.nowMs();
  const { staffId: changedBy } = ctx.actor;
  const action = on ? ("ai.switched-on" as const) : ("ai.switched-off" as const);
  // Off first and written down after it; on the other way round: what can't be recorded never opens a chat.
  if (on) await recordAudit(ctx, { action, subject: place, details: { reason } });
  await ctx.aiSwitches.set({ scope: place, on, reason, changedBy, changedAtMs });
  if (!on) await recordAudit(ctx, { action, subject: place, details: { reason } });
  return { on, reason, changedBy, changedAtMs };
}

/** Whose switch it is to throw and to look at. Throws `forbidden`. */
export function scopeOf(actor: SchoolAdmin | PlatformAdmin, scope: SwitchAiInput["scope"]): AiScope {
  const admin = requireRole(actor, "school-admin", "platform-admin");
  if (scope === "everywhere" && admin.role === "platform-admin") return "everywhere";
  if (scope === "school" && admin.role === "school-admin") return admin.schoolId;
  throw new DomainError("forbidden", "account.wrong-role");
}
