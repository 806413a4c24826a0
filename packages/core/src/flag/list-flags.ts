import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import type { FeaturePorts } from "./ports.ts";
import { defaultRules, flagNames, FlagRule, type FlagView } from "./schema.ts";

/**
 * Every feature flag of this release as it stands in the table now, for platform administrators. Throws `forbidden`
 * (account.wrong-role).
 */
export async function listFlags(
  ctx: Ctx<PlatformAdmin, Pick<FeaturePorts, "featureFlags">>,
): Promise<readonly FlagView[]> {
  requireRole(ctx.actor, "platform-admin");
  const { items } = await ctx.featureFlags.list();
  return flagNames.map((name) => {
    const stored = items.find((item) => item.name === name);
    if (!stored) return { name, rule: defaultRules[name], version: 0 };
    const { version, reason, changedAtMs } = stored;
    // What another release wrote and this one can't read does not hold here.
    const rule = FlagRule.safeParse(stored.rule).data ?? defaultRules[name];
    return { name, rule, version, reason, changedAtMs };
  });
}
