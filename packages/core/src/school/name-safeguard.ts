import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole, type SchoolAdmin } from "../kernel/index.ts";
import type { SchoolPorts } from "./ports.ts";
import { NameSafeguardInput } from "./safeguard-schema.ts";
import { activeStaff, candidateView, meantSchool } from "./safeguard-school.ts";

/**
 * Names who cares for a school's flags, and a deputy: staff of that school. The first one is on duty, and pupils can chat, when
 * they have confirmed; a successor takes over from a confirmed person when the successor confirms. Naming the same person
 * again changes only the deputy.
 *
 * Throws `not-found` `school.no-such-school`, `school.no-such-staff` (also for staff of another school), `invalid`
 * `school.deputy-is-safeguard`.
 */
export async function nameSafeguard(
  ctx: Ctx<SchoolAdmin | PlatformAdmin, Pick<SchoolPorts, "schools"> & Pick<AccountPorts, "staff" | "audit">>,
  input: NameSafeguardInput,
): Promise<void> {
  const actor = requireRole(ctx.actor, "school-admin", "platform-admin");
  const { staffId, deputyId, schoolId: asked } = parse(NameSafeguardInput, input);
  const schoolId = meantSchool(actor, asked);
  if (staffId === deputyId) throw new DomainError("invalid", "school.deputy-is-safeguard");
  const school = await ctx.schools.get(schoolId);
  if (!school) throw new DomainError("not-found", "school.no-such-school");
  const wanted = [staffId, ...(deputyId === undefined ? [] : [deputyId])];
  const found = await Promise.all(wanted.map((id) => activeStaff(ctx, schoolId, id)));
  if (found.some((member) => candidateView(member) === undefined)) {
    throw new DomainError("not-found", "school.no-such-staff");
  }
  const current = school.safeguard && (await activeStaff(ctx, schoolId, school.safeguard.staffId));
  await recordAudit(ctx, {
    action: "safeguard.named",
    subject: staffId,
    schoolId,
    details: deputyId === undefined ? {} : { deputyId },
  });
  const named = await ctx.schools.nameSafeguard({ schoolId, staffId, deputyId, replaceNow: current === undefined });
  if (!named) throw new DomainError("not-found", "school.no-such-school");
}
