import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, msUntilTomorrowInUlaanbaatar, parse } from "../kernel/index.ts";
import type { ClassStaff } from "../school/index.ts";
import { maskPersonalData } from "../safety/index.ts";
import type { TutorPorts } from "./ports.ts";
import { type ChatStanding, PausePupilInput } from "./schema.ts";
import { changeStanding } from "./standing/change-standing.ts";
import { chatStanding } from "./standing/chat-standing.ts";
import { type ClassPorts, pupilOfClass } from "./standing/pupil-of-class.ts";

/**
 * Pauses a pupil's chat at once, on all their devices; help cards still come. Audited with the reason. Throws `not-found`
 * (school.no-classroom, school.no-such-pupil) and `conflict` (tutor.locked-already): a lock must not become shorter.
 */
export async function pausePupil(
  ctx: Ctx<ClassStaff, ClassPorts & Pick<TutorPorts, "standings"> & Pick<AccountPorts, "audit">>,
  input: PausePupilInput,
): Promise<ChatStanding> {
  const { length, ...wanted } = parse(PausePupilInput, input);
  const key = await pupilOfClass(ctx, wanted);
  const nowMs = ctx.clock.nowMs();
  const reason = maskPersonalData(wanted.reason);
  const pausedMs = length === "day" ? msUntilTomorrowInUlaanbaatar(nowMs) : Number(length) * 60_000;
  const standing = await changeStanding(ctx.standings, key, (former) => {
    if (former?.lockedAtMs !== undefined) throw new DomainError("conflict", "tutor.locked-already");
    const { points = 0, pointsAtMs = nowMs } = former ?? {};
    const until = length === "lifted" ? { lockedAtMs: nowMs } : { pausedUntilMs: nowMs + pausedMs };
    return { points, pointsAtMs, by: "teacher", reason, ...until };
  });
  await recordAudit(ctx, { action: "pupil.chat-paused", subject: key.studentId, details: { length, reason } });
  return chatStanding(standing, nowMs);
}
