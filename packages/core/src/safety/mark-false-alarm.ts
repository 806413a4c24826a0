import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, dayInUlaanbaatar, parse } from "../kernel/index.ts";
import type { FlagPorts, StoredFlag } from "./flag-ports.ts";
import { MarkFalseAlarmInput } from "./flag-schema.ts";
import { derivedId } from "./flags/derived-id.ts";
import { doneBy, type FlagActionPorts, type FlagStaff, ownFlag } from "./flags/flag-reader.ts";
import { maskPersonalData } from "./mask-personal-data.ts";

/**
 * Ends a flag that was raised for nothing, with the reason. With `shareExample` (a person confirms that the sentence holds no
 * personal data) it joins the examples that screening is tested with: the sentence, its categories and the school level, nothing of
 * the pupil or the school.
 *
 * Throws `conflict` `safety.flag-closed`, `invalid` `safety.example-holds-personal-data`, `not-found` `safety.no-flag`.
 */
export async function markFalseAlarm(
  ctx: Ctx<FlagStaff, FlagActionPorts & Pick<FlagPorts, "reviewArchive"> & Pick<AccountPorts, "audit">>,
  input: MarkFalseAlarmInput,
): Promise<void> {
  const { reason, shareExample, ...which } = parse(MarkFalseAlarmInput, input);
  const flag = await ownFlag(ctx, which);
  const { flagId, schoolId, raisedAtMs } = flag;
  const from = ["open", "acknowledged"] as const;
  if (!from.some((state) => state === flag.state)) throw new DomainError("conflict", "safety.flag-closed");
  if (shareExample && holdsPersonalData(flag)) {
    throw new DomainError("invalid", "safety.example-holds-personal-data");
  }
  // First, under a key of its own: done again it writes the same, and a flag that is marked has its example kept.
  if (shareExample && flag.excerpt !== "") await ctx.reviewArchive.append(exampleOf(flag));
  const step = { atMs: ctx.clock.nowMs(), what: "false-alarm" as const, by: doneBy(ctx.actor), text: reason };
  const done = await ctx.flags.settle({ schoolId, flagId, raisedAtMs, from, to: "false-alarm", step });
  if (!done) throw new DomainError("conflict", "safety.flag-closed");
  await recordAudit(ctx, {
    action: "flag.marked-false-alarm",
    subject: flagId,
    schoolId,
    details: { shared: shareExample },
  });
}

/** What a person may overlook: a number that masking knows, or the pupil's own name. */
function holdsPersonalData({ excerpt, pupil }: StoredFlag): boolean {
  const names = pupil.name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const words = new Set(excerpt.toLowerCase().match(/\p{L}+/gu));
  return maskPersonalData(excerpt) !== excerpt || names.some((name) => words.has(name));
}

function exampleOf({ flagId, excerpt, categories, kind, severity, pupil, raisedAtMs }: StoredFlag) {
  const level = pupil.grade <= 5 ? "primary" : pupil.grade <= 9 ? "lower-secondary" : "upper-secondary";
  const row = { text: excerpt, label: "false-alarm", kind, severity, categories, level };
  const day = dayInUlaanbaatar(raisedAtMs).replaceAll("-", "/");
  return { key: `review/false-alarms/${day}/${derivedId("review", flagId)}.jsonl`, lines: [JSON.stringify(row)] };
}
