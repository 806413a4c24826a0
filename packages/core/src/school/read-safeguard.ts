import type { AccountPorts } from "../account/index.ts";
import {
  type Ctx,
  DomainError,
  parse,
  type PlatformAdmin,
  requireRole,
  type SchoolAdmin,
  type Teacher,
} from "../kernel/index.ts";
import type { SchoolPorts } from "./ports.ts";
import { ReadSafeguardInput, type SafeguardView } from "./safeguard-schema.ts";
import { activeStaff, candidateView, meantSchool, partOf } from "./safeguard-school.ts";

/** Who cares for a school's flags; every member of its staff may know. Throws `not-found` `school.no-such-school`. */
export async function readSafeguard(
  ctx: Ctx<Teacher | SchoolAdmin | PlatformAdmin, Pick<SchoolPorts, "schools"> & Pick<AccountPorts, "staff">>,
  input: ReadSafeguardInput = {},
): Promise<SafeguardView> {
  const actor = requireRole(ctx.actor, "teacher", "school-admin", "platform-admin");
  const schoolId = meantSchool(actor, parse(ReadSafeguardInput, input).schoolId);
  const school = await ctx.schools.get(schoolId);
  if (!school) throw new DomainError("not-found", "school.no-such-school");
  const { safeguard: named } = school;
  if (!named) return { you: "nobody" };
  const [safeguard, deputy, nominee] = (
    await Promise.all([named.staffId, named.deputyId, named.nomineeId].map((id) => activeStaff(ctx, schoolId, id)))
  ).map(candidateView);
  const away = (named.awayUntilMs ?? 0) > ctx.clock.nowMs();
  return {
    ...(safeguard ? { safeguard } : {}),
    ...(deputy ? { deputy } : {}),
    ...(nominee ? { nominee } : {}),
    ...(named.confirmedAtMs === undefined ? {} : { confirmedAtMs: named.confirmedAtMs }),
    ...(away && named.awayUntilMs !== undefined ? { awayUntilMs: named.awayUntilMs } : {}),
    you: partOf(named, actor.staffId),
  };
}
