import { type AccountPorts, recordAudit, type StaffRole, type Tenant } from "../account/index.ts";
import {
  type Ctx,
  DomainError,
  parse,
  type PlatformAdmin,
  requireRole,
  type SchoolAdmin,
  type SchoolId,
  type StaffId,
  type SystemActor,
} from "../kernel/index.ts";
import type { SchoolPorts } from "./ports.ts";
import { AddStaffInput } from "./schema.ts";

const schoolRoles: readonly StaffRole[] = ["teacher", "school-admin"];

/**
 * Invites somebody to the staff: Cognito mails them a temporary password. A school administrator adds to their own school, a
 * platform administrator (and the product itself) anywhere, national staff included.
 *
 * Cut off half-way it may be called again. Throws `conflict` `school.staff-exists` when the address belongs to staff already,
 * `not-found` `school.no-such-school`, `invalid` `school.staff-needs-school`.
 */
export async function addStaff(
  ctx: Ctx<
    SystemActor | PlatformAdmin | SchoolAdmin,
    Pick<SchoolPorts, "schools"> & Pick<AccountPorts, "staff" | "staffIdentity" | "audit">
  >,
  input: AddStaffInput,
): Promise<{ readonly staffId: StaffId }> {
  const { name, email, role, schoolId, silent } = parse(AddStaffInput, input);
  const tenant = await tenantFor(ctx, role, schoolId);

  const { subject } = await ctx.staffIdentity.invite({ email, name, silent });
  const staffId = ctx.ids.next("staff");
  const created = await ctx.staff.create({
    tenant,
    staffId,
    subject,
    role,
    name,
    email,
    disabled: false,
    createdAtMs: ctx.clock.nowMs(),
  });
  if (!created) throw new DomainError("conflict", "school.staff-exists");
  await recordAudit(ctx, {
    action: "staff.added",
    subject: staffId,
    details: { role },
    ...(tenant === "national" ? {} : { schoolId: tenant }),
  });
  return { staffId };
}

async function tenantFor(
  ctx: Parameters<typeof addStaff>[0],
  role: StaffRole,
  asked: SchoolId | undefined,
): Promise<Tenant> {
  const actor = ctx.actor.role === "system" ? ctx.actor : requireRole(ctx.actor, "platform-admin", "school-admin");
  const isSchoolRole = schoolRoles.includes(role);
  if (actor.role === "school-admin") {
    if (!isSchoolRole) throw new DomainError("forbidden", "account.wrong-role");
    // Another school looks exactly like a missing one.
    if (asked !== undefined && asked !== actor.schoolId) throw new DomainError("not-found", "school.no-such-school");
    return actor.schoolId;
  }
  if (!isSchoolRole) return "national";
  if (asked === undefined) throw new DomainError("invalid", "school.staff-needs-school");
  if (!(await ctx.schools.get(asked))) throw new DomainError("not-found", "school.no-such-school");
  return asked;
}
