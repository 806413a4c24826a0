import { recordAudit, type AccountPorts } from "../account/index.ts";
import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole, type SystemActor } from "../kernel/index.ts";
import type { SchoolPorts } from "./ports.ts";
import { OpenSchoolInput, type SchoolView } from "./schema.ts";

/** Opens a school: platform administrators and the product itself. */
export async function openSchool(
  ctx: Ctx<SystemActor | PlatformAdmin, Pick<SchoolPorts, "schools"> & Pick<AccountPorts, "audit">>,
  input: OpenSchoolInput,
): Promise<SchoolView> {
  if (ctx.actor.role !== "system") requireRole(ctx.actor, "platform-admin");
  const { name, aimag, soum } = parse(OpenSchoolInput, input);
  const schoolId = ctx.ids.next("school");
  const created = await ctx.schools.create({ schoolId, name, aimag, soum, createdAtMs: ctx.clock.nowMs() });
  if (!created) throw new DomainError("conflict", "school.school-exists");
  await recordAudit(ctx, { action: "school.opened", subject: schoolId, schoolId });
  return { schoolId, name, aimag, soum };
}
