import type { AccountPorts } from "../account/index.ts";
import { type Ctx, DomainError, type FlagId, parse, type Student, type SystemActor } from "../kernel/index.ts";
import { safeguardDuty, type SchoolPorts } from "../school/index.ts";
import type { FlagPorts, StoredFlag } from "./flag-ports.ts";
import { RaiseFlagInput } from "./flag-schema.ts";
import { announceAgainMs, announceFlag, type AnnouncePorts } from "./flags/announce-flag.ts";
import { assignFlag } from "./flags/assign-flag.ts";
import { derivedId } from "./flags/derived-id.ts";
import { flagDeadline, flagSettings } from "./flags/flag-deadline.ts";

export type RaiseFlagPorts = AnnouncePorts &
  Pick<FlagPorts, "flagSettings"> &
  Pick<SchoolPorts, "schools"> &
  Pick<AccountPorts, "staff">;

const dayMs = 24 * 3_600_000;

/**
 * Raises a concern about a pupil: to the school's safeguarding person, the deputy when that person is away, else the school's
 * administrators, else the platform's. An exchange is flagged once; what is about no exchange, once a day and kind. When the
 * flag is written it is safe: if telling people fails then, the next sweep tells them.
 *
 * Throws `forbidden` `account.wrong-role` for a pupil who is not the one it is about.
 */
export async function raiseFlag(
  ctx: Ctx<Student | SystemActor, RaiseFlagPorts>,
  input: RaiseFlagInput,
): Promise<{ readonly flagId: FlagId }> {
  const { pupil, exchange, atMs, ...facts } = parse(RaiseFlagInput, input);
  const { schoolId, studentId } = pupil;
  requireOwn(ctx.actor, pupil);
  const source = exchange?.exchangeId ?? `${facts.kind} ${Math.floor((atMs + 8 * 3_600_000) / dayMs)}`;
  const flagId = derivedId("flag", schoolId, studentId, source);
  const nowMs = ctx.clock.nowMs();
  const deadlineMs = flagDeadline(facts.severity, nowMs, flagSettings(ctx));
  const { stage, assignees } = assignFlag(await safeguardDuty(ctx, schoolId, nowMs), "safeguard");
  const flag: StoredFlag = {
    ...facts,
    ...exchange,
    schoolId,
    flagId,
    pupil,
    state: "open",
    stage,
    assignees,
    raisedAtMs: nowMs,
    deadlineMs,
    dueAtMs: deadlineMs,
    nextStepAtMs: nowMs + announceAgainMs,
    announced: false,
    reminders: 0,
    steps: [{ atMs: nowMs, what: "raised", stage }],
  };
  // A repeated message meets its own flag; whoever wrote it tells people, or the sweep does.
  if (!(await ctx.flags.create(flag))) return { flagId };
  try {
    await announceFlag(ctx, flag);
  } catch (error) {
    ctx.log.error("A flag was written and not announced; the next sweep announces it.", { flagId, error });
  }
  return { flagId };
}

function requireOwn(
  actor: Student | SystemActor,
  pupil: { readonly schoolId: string; readonly studentId: string },
): void {
  if (actor.role === "system") return;
  const isOwn = actor.role === "student" && actor.schoolId === pupil.schoolId && actor.studentId === pupil.studentId;
  if (!isOwn) throw new DomainError("forbidden", "account.wrong-role");
}
