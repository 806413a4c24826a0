import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import type { FeaturePorts } from "./ports.ts";
import { type FlagRule, type FlagView, SetFlagInput } from "./schema.ts";

/**
 * Sets for whom a feature is on, within 30 seconds everywhere and without a deployment. Audited with the reason. Throws
 * `forbidden` (account.wrong-role) for all but platform administrators, and `conflict` (flag.changed-meanwhile) when
 * somebody else set it since it was shown.
 */
export async function setFlag(
  ctx: Ctx<PlatformAdmin, Pick<FeaturePorts, "featureFlags"> & Pick<AccountPorts, "audit">>,
  input: SetFlagInput,
): Promise<FlagView> {
  const { staffId: changedBy } = requireRole(ctx.actor, "platform-admin");
  const { name, rule, reason, version } = parse(SetFlagInput, input);
  const changedAtMs = ctx.clock.nowMs();
  const next = { name, rule, reason, changedBy, changedAtMs, version: version + 1 };
  if (!(await ctx.featureFlags.replace(next))) throw new DomainError("conflict", "flag.changed-meanwhile");
  // After the write: what was refused must not stand in the trail as done.
  await recordAudit(ctx, { action: "feature.set", subject: name, details: { rule: ruleInWords(rule), reason } });
  return { name, rule, version: next.version, reason, changedAtMs };
}

function ruleInWords(rule: FlagRule): string {
  switch (rule.kind) {
    case "percentage":
      return `${rule.percent} % of ${rule.by}s`;
    case "schools":
      return rule.schoolIds.join(" ");
    default:
      return rule.kind;
  }
}
