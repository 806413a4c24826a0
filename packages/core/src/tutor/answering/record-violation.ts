import { type AccountPorts, recordAudit } from "../../account/index.ts";
import { type Ctx, msUntilTomorrowInUlaanbaatar, type Student } from "../../kernel/index.ts";
import { addViolation, type Verdict, violationPoints, type ViolationStep } from "../../safety/index.ts";
import type { SavedExchange, SavedStanding, TutorPorts } from "../ports.ts";
import { tutorSettings } from "../settings.ts";
import { changeStanding } from "../standing/change-standing.ts";

export type LedgerPorts = Pick<TutorPorts, "standings" | "tutorSettings"> & Pick<AccountPorts, "audit">;

/**
 * Counts a refused question against the pupil and pauses or locks when it is time; once an exchange, because a retry is a
 * known question. Help that was asked for is never counted. The refusal is on the screen already, so a failure is only
 * logged.
 */
export async function recordViolation(
  ctx: Ctx<Student, LedgerPorts>,
  { exchangeId }: Pick<SavedExchange, "exchangeId">,
  verdict: Verdict,
): Promise<ViolationStep> {
  const { violations } = tutorSettings(ctx);
  const points = violationPoints(verdict, violations);
  if (points === 0) return "none";
  const { schoolId, studentId } = ctx.actor;
  const nowMs = ctx.clock.nowMs();
  let step: ViolationStep = "none";
  try {
    await changeStanding(ctx.standings, { schoolId, studentId }, (former) => {
      const ledger = former && { points: former.points, atMs: former.pointsAtMs };
      const added = addViolation(ledger, { points, nowMs }, violations);
      ({ step } = added);
      return {
        ...former,
        points: added.ledger.points,
        pointsAtMs: added.ledger.atMs,
        ...held(former, step, nowMs, violations.pauseMs),
      };
    });
    if (step !== "none" && step !== "warn") {
      await recordAudit(ctx, { action: "pupil.chat-held", subject: studentId, details: { step, by: "ledger" } });
    }
  } catch (error) {
    ctx.log.error("A violation was not recorded.", { exchangeId, error });
  }
  return step;
}

/** Never shortens what holds the pupil already, a teacher's pause among it. */
function held(former: SavedStanding | undefined, step: ViolationStep, nowMs: number, pauseMs: number) {
  if (former?.lockedAtMs !== undefined || step === "none" || step === "warn") return {};
  if (step === "lock") return { lockedAtMs: nowMs, by: "ledger" as const };
  const untilMs = nowMs + (step === "pause-day" ? msUntilTomorrowInUlaanbaatar(nowMs) : pauseMs);
  if ((former?.pausedUntilMs ?? 0) >= untilMs) return {};
  return { pausedUntilMs: untilMs, by: "ledger" as const };
}
