import { type AccountPorts, recordAudit } from "../../account/index.ts";
import { type Ctx, type SystemActor, systemActor } from "../../kernel/index.ts";
import type { FlagPorts, StoredFlag } from "../flag-ports.ts";
import type { NoticeKind } from "../notice-schema.ts";
import { derivedId } from "./derived-id.ts";

export type AnnouncePorts = Pick<FlagPorts, "flags" | "notifications" | "mailQueue" | "alarms"> &
  Pick<AccountPorts, "audit">;

/** How soon telling people is tried again when it was cut off or failed. */
export const announceAgainMs = 60_000;

/**
 * Tells those who are asked now, in the product and by mail, and puts the step on record. Cut off half-way it is done again by
 * the next sweep: somebody may then get a mail twice, nobody none.
 */
export async function announceFlag(
  given: Omit<Ctx<SystemActor, AnnouncePorts>, "actor">,
  flag: StoredFlag,
): Promise<void> {
  const ctx: Ctx<SystemActor, AnnouncePorts> = { ...given, actor: systemActor };
  const { flagId, schoolId, kind, severity, stage, dueAtMs, reminders } = flag;
  const told = noticeKind(flag);
  if (flag.assignees.length === 0) {
    ctx.alarms.raise("flag-unassigned", "announce-flag", { flagId, schoolId });
  }
  const tenant = stage === "platform" ? ("national" as const) : schoolId;
  await Promise.all(
    flag.assignees.map(async ({ staffId }) => {
      const noticeId = derivedId("notice", flagId, stage, String(reminders), staffId);
      const notice = { kind: told, severity, schoolId, flagId, dueAtMs };
      await ctx.notifications.add({ ...notice, tenant, staffId, noticeId, atMs: ctx.clock.nowMs() });
      await ctx.mailQueue.send({ ...notice, to: { tenant, staffId } });
    }),
  );
  await recordAudit(ctx, {
    action: { "flag-raised": "flag.raised", "flag-escalated": "flag.escalated", "flag-reminder": "flag.reminded" }[
      told
    ] as `flag.${string}`,
    subject: flagId,
    schoolId,
    details: { kind, severity, stage, told: flag.assignees.length },
  });
  const { raisedAtMs, nextStepAtMs, assignees } = flag;
  await ctx.flags.move({
    schoolId,
    flagId,
    raisedAtMs,
    fromStepAtMs: nextStepAtMs,
    nextStepAtMs: dueAtMs,
    stage,
    dueAtMs,
    reminders,
    assignees,
    announced: true,
  });
}

function noticeKind({ reminders, steps }: StoredFlag): NoticeKind {
  if (reminders > 0) return "flag-reminder";
  return steps.some(({ what }) => what === "escalated") ? "flag-escalated" : "flag-raised";
}
