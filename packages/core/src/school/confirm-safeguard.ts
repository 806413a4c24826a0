import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, requireRole, type SchoolAdmin, type Teacher } from "../kernel/index.ts";
import type { SchoolPorts } from "./ports.ts";
import { partOf } from "./safeguard-school.ts";

/**
 * The named person takes the safeguarding duty; from then on pupils can chat and flags go to them. Confirming twice changes
 * nothing. Throws `forbidden` `school.not-safeguard` for everybody else.
 */
export async function confirmSafeguard(
  ctx: Ctx<Teacher | SchoolAdmin, Pick<SchoolPorts, "schools"> & Pick<AccountPorts, "audit">>,
): Promise<void> {
  const { schoolId, staffId } = requireRole(ctx.actor, "teacher", "school-admin");
  const confirmed = await ctx.schools.confirmSafeguard({ schoolId, staffId, atMs: ctx.clock.nowMs() });
  if (confirmed) {
    await recordAudit(ctx, { action: "safeguard.confirmed", subject: staffId });
    return;
  }
  const school = await ctx.schools.get(schoolId);
  if (partOf(school?.safeguard, staffId) !== "safeguard") throw new DomainError("forbidden", "school.not-safeguard");
}
