import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { NoteOnFlagInput } from "./flag-schema.ts";
import { doneBy, type FlagActionPorts, type FlagStaff, ownFlag } from "./flags/flag-reader.ts";

/** Writes a note into the flag's history. Throws `conflict` `safety.flag-closed`, `not-found` `safety.no-flag`. */
export async function noteOnFlag(
  ctx: Ctx<FlagStaff, FlagActionPorts & Pick<AccountPorts, "audit">>,
  input: NoteOnFlagInput,
): Promise<void> {
  const { text, ...which } = parse(NoteOnFlagInput, input);
  const { flagId, schoolId } = await ownFlag(ctx, which);
  const step = { atMs: ctx.clock.nowMs(), what: "noted" as const, by: doneBy(ctx.actor), text };
  if (!(await ctx.flags.note({ schoolId, flagId, step }))) throw new DomainError("conflict", "safety.flag-closed");
  await recordAudit(ctx, { action: "flag.noted", subject: flagId, schoolId });
}
