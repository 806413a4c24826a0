import {
  type Ctx,
  DomainError,
  type PlatformAdmin,
  requireRole,
  type SchoolAdmin,
  type SchoolId,
  type Teacher,
} from "../../kernel/index.ts";
import { safeguardPartOf, type SchoolPorts } from "../../school/index.ts";
import type { FlagPorts, StoredFlag } from "../flag-ports.ts";

/** Who works with flags: a school's safeguarding person, deputy and administrators, and the platform's for what escalated to it. */
export type FlagStaff = Teacher | SchoolAdmin | PlatformAdmin;

/**
 * Whose flags the actor may see: those of their school, or of all schools what has escalated. Throws `forbidden`
 * `safety.not-safeguard` for a teacher who is neither the safeguarding person nor the deputy.
 */
export async function flagReader(
  ctx: Ctx<FlagStaff, Pick<SchoolPorts, "schools">>,
): Promise<{ readonly actor: FlagStaff; readonly schoolId: SchoolId | undefined }> {
  const actor = requireRole(ctx.actor, "teacher", "school-admin", "platform-admin");
  if (actor.role === "platform-admin") return { actor, schoolId: undefined };
  if (actor.role === "teacher") {
    const school = await ctx.schools.get(actor.schoolId);
    const part = safeguardPartOf(school?.safeguard, actor.staffId);
    if (part !== "safeguard" && part !== "deputy") throw new DomainError("forbidden", "safety.not-safeguard");
  }
  return { actor, schoolId: actor.schoolId };
}

/**
 * The flag, if it is the actor's to work with. Throws `not-found` `safety.no-flag` alike for a missing one, another school's,
 * and (for the platform) one that has not escalated: no existence leak.
 */
export async function ownFlag(
  ctx: Ctx<FlagStaff, Pick<SchoolPorts, "schools"> & Pick<FlagPorts, "flags">>,
  { flagId, schoolId: asked }: Pick<StoredFlag, "flagId"> & { readonly schoolId?: SchoolId | undefined },
): Promise<StoredFlag> {
  const { schoolId: own } = await flagReader(ctx);
  const schoolId = own ?? asked;
  const isOthers = own !== undefined && asked !== undefined && own !== asked;
  const flag = schoolId === undefined || isOthers ? undefined : await ctx.flags.get({ schoolId, flagId });
  if (!flag || (own === undefined && flag.stage !== "platform")) throw new DomainError("not-found", "safety.no-flag");
  return flag;
}

/** Who did something to a flag, as its history shows it. */
export const doneBy = ({ staffId, name }: FlagStaff) => ({ staffId, name });

export type FlagActionPorts = Pick<FlagPorts, "flags"> & Pick<SchoolPorts, "schools">;
