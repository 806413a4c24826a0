import type { Actor } from "../kernel/index.ts";
import type { AccountKey } from "./ports.ts";
import type { ActorSeed, Tenant } from "./schema.ts";

/** The tenant that somebody's records lie under. */
export function tenantOf(actor: Actor | ActorSeed): Tenant {
  return "schoolId" in actor ? actor.schoolId : "national";
}

/** Key of somebody's sessions and audit trail. */
export function accountOf(actor: Actor | ActorSeed): AccountKey {
  return { tenant: tenantOf(actor), accountId: actor.role === "student" ? actor.studentId : actor.staffId };
}
