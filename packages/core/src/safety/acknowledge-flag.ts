import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { FlagInput } from "./flag-schema.ts";
import { doneBy, type FlagActionPorts, type FlagStaff, ownFlag } from "./flags/flag-reader.ts";

/**
 * A person takes the flag on: its escalation ends. Throws `conflict` `safety.flag-taken` when somebody did before,
 * `not-found` `safety.no-flag`.
 */
export async function acknowledgeFlag(
  ctx: Ctx<FlagStaff, FlagActionPorts & Pick<AccountPorts, "audit">>,
  input: FlagInput,
): Promise<void> {
  const { flagId, schoolId, raisedAtMs, severity } = await ownFlag(ctx, parse(FlagInput, input));
  const atMs = ctx.clock.nowMs();
  const step = { atMs, what: "acknowledged" as const, by: doneBy(ctx.actor) };
  const done = await ctx.flags.settle({ schoolId, flagId, raisedAtMs, from: ["open"], to: "acknowledged", step });
  if (!done) throw new DomainError("conflict", "safety.flag-taken");
  await recordAudit(ctx, {
    action: "flag.acknowledged",
    subject: flagId,
    schoolId,
    details: { severity, afterMs: atMs - raisedAtMs },
  });
}
