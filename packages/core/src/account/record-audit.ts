import {
  type Actor,
  type Anonymous,
  type Ctx,
  dayInUlaanbaatar,
  type SchoolId,
  type SystemActor,
} from "../kernel/index.ts";
import type { AccountKey, AccountPorts, AuditEntry } from "./ports.ts";
import { accountOf } from "./tenant-of.ts";

/**
 * Appends one fact to the audit trail, under the actor. Somebody nameless (a refused sign-in) is recorded under the
 * account that it was about; `schoolId` then says whose trail it is.
 *
 * Awaited by callers: an act that can't be recorded is not done.
 */
export async function recordAudit(
  ctx: Ctx<Actor | Anonymous | SystemActor, Pick<AccountPorts, "audit">>,
  input: {
    readonly action: `${string}.${string}`;
    readonly subject: string;
    readonly schoolId?: SchoolId;
    readonly details?: AuditEntry["details"];
  },
): Promise<void> {
  const { actor } = ctx;
  const { action, subject, details = {} } = input;
  const atMs = ctx.clock.nowMs();
  const account: AccountKey =
    actor.role === "anonymous" || actor.role === "system"
      ? { tenant: input.schoolId ?? "national", accountId: actor.role === "system" ? "system" : subject }
      : accountOf(actor);
  await ctx.audit.append({
    eventId: ctx.ids.next("event"),
    // An act of national staff in a school belongs to that school's trail.
    tenant: input.schoolId ?? account.tenant,
    accountId: account.accountId,
    role: actor.role,
    atMs,
    day: dayInUlaanbaatar(atMs),
    action,
    subject,
    details,
  });
}
