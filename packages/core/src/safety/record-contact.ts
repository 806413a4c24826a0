import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { RecordContactInput } from "./flag-schema.ts";
import { doneBy, type FlagActionPorts, type FlagStaff, ownFlag } from "./flags/flag-reader.ts";

/**
 * Puts on record that somebody was spoken to: who, how and when. Throws `invalid` `safety.contact-in-future`, `conflict`
 * `safety.flag-closed`, `not-found` `safety.no-flag`.
 */
export async function recordContact(
  ctx: Ctx<FlagStaff, FlagActionPorts & Pick<AccountPorts, "audit">>,
  input: RecordContactInput,
): Promise<void> {
  const { who, how, atMs, text, ...which } = parse(RecordContactInput, input);
  const nowMs = ctx.clock.nowMs();
  // Clocks of phones go a little wrong.
  if (atMs > nowMs + 5 * 60_000) throw new DomainError("invalid", "safety.contact-in-future");
  const { flagId, schoolId } = await ownFlag(ctx, which);
  const step = {
    atMs: nowMs,
    what: "contacted" as const,
    by: doneBy(ctx.actor),
    contact: { who, how, atMs },
    ...(text === "" ? {} : { text }),
  };
  if (!(await ctx.flags.note({ schoolId, flagId, step }))) throw new DomainError("conflict", "safety.flag-closed");
  await recordAudit(ctx, { action: "flag.contact-recorded", subject: flagId, schoolId, details: { who, how } });
}
