import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, parse } from "../kernel/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import { type FlagDetail, FlagInput } from "./flag-schema.ts";
import { type FlagActionPorts, type FlagStaff, ownFlag } from "./flags/flag-reader.ts";
import { flagView } from "./flags/flag-view.ts";

/** Exchanges before and after the flagged one that belong to the matter; the rest of the conversation is the pupil's own. */
const around = 2;

/**
 * One flag with its history and the flagged moment of the chat. Every look is on record: who saw which pupil's words.
 * Throws `not-found` `safety.no-flag`, `forbidden` `safety.not-safeguard`.
 */
export async function readFlag(
  ctx: Ctx<FlagStaff, FlagActionPorts & Pick<FlagPorts, "talks"> & Pick<AccountPorts, "audit">>,
  input: FlagInput,
): Promise<FlagDetail> {
  const flag = await ownFlag(ctx, parse(FlagInput, input));
  const { flagId, schoolId, pupil, conversationId, exchangeId, excerpt, categories, steps } = flag;
  // Before the words are read: a look that can't be recorded does not happen.
  await recordAudit(ctx, {
    action: "flag.read",
    subject: flagId,
    schoolId,
    details: { studentId: pupil.studentId, ...(exchangeId === undefined ? {} : { exchangeId }) },
  });
  const exchange =
    conversationId !== undefined && exchangeId !== undefined ? { conversationId, exchangeId } : undefined;
  const talk = exchange ? await ctx.talks.around({ schoolId, studentId: pupil.studentId, ...exchange }, around) : [];
  return { ...flagView(flag), ...exchange, excerpt, categories, steps, talk };
}
