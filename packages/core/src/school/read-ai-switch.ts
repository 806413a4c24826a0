import type { Ctx, PlatformAdmin, SchoolAdmin } from "../kernel/index.ts";
import type { AiSwitch, SchoolPorts } from "./ports.ts";
import type { SwitchAiInput } from "./schema.ts";
import { scopeOf } from "./switch-ai.ts";

/**
 * How a kill switch stands, for whoever may throw it; `undefined`: nobody ever touched it, so AI is on. Throws
 * `forbidden` (account.wrong-role).
 */
export async function readAiSwitch(
  ctx: Ctx<SchoolAdmin | PlatformAdmin, Pick<SchoolPorts, "aiSwitches">>,
  { scope }: Pick<SwitchAiInput, "scope">,
): Promise<AiSwitch | undefined> {
  return ctx.aiSwitches.get(scopeOf(ctx.actor, scope));
}
