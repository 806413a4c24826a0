import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { FlagInput } from "./flag-schema.ts";
import { doneBy, type FlagActionPorts, type FlagStaff, ownFlag } from "./flags/flag-reader.ts";

/**
 * Closes a flag that was acknowledged and has a note (or a contact) saying what was done. Throws `conflict`
 * `safety.flag-not-acknowledged`, `safety.flag-needs-note`, `safety.flag-closed`, and `not-found` `safety.no-flag`.
 */
export async function closeFlag(
  ctx: Ctx<FlagStaff, FlagActionPorts & Pick<AccountPorts, "audit">>,
  input: FlagInput,
): Promise<void> {
  const flag = await ownFlag(ctx, parse(FlagInput, input));
  const { flagId, schoolId, raisedAtMs } = flag;
  const step = { atMs: ctx.clock.nowMs(), what: "closed" as const, by: doneBy(ctx.actor) };
  const close = { schoolId, flagId, raisedAtMs, from: ["acknowledged"], to: "closed", step, needsNote: true } as const;
  if (!(await ctx.flags.settle(close))) {
    const now = (await ctx.flags.get({ schoolId, flagId })) ?? flag;
    if (now.state === "open") throw new DomainError("conflict", "safety.flag-not-acknowledged");
    const code = now.state === "acknowledged" ? "safety.flag-needs-note" : "safety.flag-closed";
    throw new DomainError("conflict", code);
  }
  await recordAudit(ctx, { action: "flag.closed", subject: flagId, schoolId });
}
