import { type Anonymous, type Ctx, DomainError, type SchoolId } from "../../kernel/index.ts";
import { openSession } from "../open-session.ts";
import type { AccountPorts, IdentityVerdict, StoredStaff } from "../ports.ts";
import { recordAudit } from "../record-audit.ts";
import type { ActorSeed, StaffSignIn } from "../schema.ts";

export type StaffSignInPorts = Pick<AccountPorts, "staffIdentity" | "staff" | "sessions" | "audit">;

/**
 * Turns the identity provider's word into our session. A refused, unknown or disabled person meets the same
 * `unauthenticated` with the code given: nobody learns which e-mail addresses exist.
 */
export async function finishStaffSignIn(
  ctx: Ctx<Anonymous, StaffSignInPorts>,
  input: { readonly verdict: IdentityVerdict; readonly device: string; readonly refusal: `account.${string}` },
): Promise<StaffSignIn> {
  const { verdict, device, refusal } = input;
  if (verdict.kind === "new-password-required" || verdict.kind === "code-required") return verdict;
  const staff = verdict.kind === "verified" ? await ctx.staff.bySubject(verdict.subject) : undefined;
  // Our own record decides too: an account that was closed here is closed, whatever the provider says.
  if (!staff || staff.disabled) throw new DomainError("unauthenticated", refusal);

  const opened = await openSession(ctx, { actor: actorOf(staff), device });
  await recordAudit({ ...ctx, actor: opened.actor }, { action: "staff.signed-in", subject: staff.staffId });
  return { kind: "signed-in", ...opened };
}

function actorOf(staff: StoredStaff): ActorSeed {
  const { role, staffId, name, tenant } = staff;
  if (role === "platform-admin" || role === "ministry") return { role, staffId, name };
  return { role, staffId, name, schoolId: tenant as SchoolId };
}
