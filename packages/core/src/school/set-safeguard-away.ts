import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse, requireRole, type SchoolAdmin, type Teacher } from "../kernel/index.ts";
import type { SchoolPorts } from "./ports.ts";
import { SetSafeguardAwayInput } from "./safeguard-schema.ts";

const dayMs = 24 * 3_600_000;

/**
 * The safeguarding person is away for some days (0: back again): flags go to the deputy, or else to the school's administrators.
 * Throws `forbidden` `school.not-safeguard` for everybody else.
 */
export async function setSafeguardAway(
  ctx: Ctx<Teacher | SchoolAdmin, Pick<SchoolPorts, "schools"> & Pick<AccountPorts, "audit">>,
  input: SetSafeguardAwayInput,
): Promise<void> {
  const { schoolId, staffId } = requireRole(ctx.actor, "teacher", "school-admin");
  const { days } = parse(SetSafeguardAwayInput, input);
  const untilMs = days === 0 ? undefined : ctx.clock.nowMs() + days * dayMs;
  const done = await ctx.schools.setSafeguardAway({ schoolId, staffId, untilMs });
  if (!done) throw new DomainError("forbidden", "school.not-safeguard");
  await recordAudit(ctx, { action: "safeguard.away-set", subject: staffId, details: { days } });
}
