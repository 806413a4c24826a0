import type { AccountPorts } from "../account/index.ts";
import { type Ctx, DomainError, type SystemActor } from "../kernel/index.ts";
import { safeguardDuty, type SchoolPorts } from "../school/index.ts";
import type { FlagMove, FlagPorts, StoredFlag } from "./flag-ports.ts";
import { announceAgainMs, announceFlag, type AnnouncePorts } from "./flags/announce-flag.ts";
import { assignFlag, nextStage } from "./flags/assign-flag.ts";
import { flagDeadline, flagSettings } from "./flags/flag-deadline.ts";

export type EscalateFlagsPorts = AnnouncePorts &
  Pick<FlagPorts, "flagSettings"> &
  Pick<SchoolPorts, "schools"> &
  Pick<AccountPorts, "staff">;

/** How many flags one sweep looks at; the next one, a minute later, takes the rest. */
const atOnce = 100;

/**
 * One sweep over all schools: unacknowledged flags past their deadline go to the next people (safeguarding person → school's
 * administrators → platform's administrators, who are then reminded), and flags whose people were not told are announced. Two
 * sweeps at once take every step once. One flag that fails holds up no other; it comes again in the next sweep.
 */
export async function escalateFlags(
  ctx: Ctx<SystemActor, EscalateFlagsPorts>,
): Promise<{ readonly escalated: number; readonly announced: number; readonly failed: number }> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const counts = { escalated: 0, announced: 0, failed: 0 };
  for (const flag of await ctx.flags.due(ctx.clock.nowMs(), atOnce)) {
    try {
      const step = flag.announced ? await escalation(ctx, flag) : again(ctx, flag);
      if (!(await ctx.flags.move(step))) continue;
      await announceFlag(ctx, moved(flag, step));
      counts[flag.announced ? "escalated" : "announced"] += 1;
    } catch (error) {
      counts.failed += 1;
      ctx.alarms.raise("flag-stuck", "escalate-flags", { flagId: flag.flagId, error });
    }
  }
  return counts;
}

/** The same people, told again: the first time was cut off. */
function again(ctx: Ctx<SystemActor, EscalateFlagsPorts>, flag: StoredFlag): FlagMove {
  const { schoolId, flagId, raisedAtMs, nextStepAtMs, stage, dueAtMs, reminders, assignees } = flag;
  const nextMs = ctx.clock.nowMs() + announceAgainMs;
  return {
    schoolId,
    flagId,
    raisedAtMs,
    stage,
    dueAtMs,
    reminders,
    assignees,
    fromStepAtMs: nextStepAtMs,
    nextStepAtMs: nextMs,
    announced: false,
  };
}

/** The next people, with as much time as the first had; at the end of the line, a reminder. */
async function escalation(ctx: Ctx<SystemActor, EscalateFlagsPorts>, flag: StoredFlag): Promise<FlagMove> {
  const { schoolId, flagId, raisedAtMs, severity } = flag;
  const nowMs = ctx.clock.nowMs();
  const duty = await safeguardDuty(ctx, schoolId, nowMs);
  const { stage, assignees } = assignFlag(duty, nextStage(flag.stage));
  const isReminder = flag.stage === "platform";
  return {
    schoolId,
    flagId,
    raisedAtMs,
    fromStepAtMs: flag.nextStepAtMs,
    nextStepAtMs: nowMs + announceAgainMs,
    stage,
    assignees,
    dueAtMs: flagDeadline(severity, nowMs, flagSettings(ctx)),
    reminders: flag.reminders + (isReminder ? 1 : 0),
    announced: false,
    // A flag that nobody looks at for weeks must not grow for ever: its reminders are counted, the first is in its history.
    ...(flag.reminders > 0 ? {} : { step: { atMs: nowMs, what: isReminder ? "reminded" : "escalated", stage } }),
  };
}

function moved(flag: StoredFlag, { step, fromStepAtMs: _from, ...change }: FlagMove): StoredFlag {
  return { ...flag, ...change, steps: step ? [...flag.steps, step] : flag.steps };
}
