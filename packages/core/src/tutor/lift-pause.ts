import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { maskPersonalData } from "../safety/index.ts";
import type { ClassStaff } from "../school/index.ts";
import type { TutorPorts } from "./ports.ts";
import { LiftPauseInput } from "./schema.ts";
import { changeStanding } from "./standing/change-standing.ts";
import { chatStanding } from "./standing/chat-standing.ts";
import { type ClassPorts, pupilOfClass } from "./standing/pupil-of-class.ts";

/**
 * Ends a pause or a lock, whoever set it, and what stood against the pupil is forgotten: they begin anew. Audited with the
 * reason. Throws `not-found` (school.no-classroom, school.no-such-pupil) and `conflict` (tutor.not-paused).
 */
export async function liftPause(
  ctx: Ctx<ClassStaff, ClassPorts & Pick<TutorPorts, "standings"> & Pick<AccountPorts, "audit">>,
  input: LiftPauseInput,
): Promise<void> {
  const wanted = parse(LiftPauseInput, input);
  const key = await pupilOfClass(ctx, wanted);
  const nowMs = ctx.clock.nowMs();
  const reason = maskPersonalData(wanted.reason);
  const refuseUnlessHeld = () => {
    throw new DomainError("conflict", "tutor.not-paused");
  };
  // What can't be recorded is not lifted; a line too many in the trail harms nobody.
  if (chatStanding(await ctx.standings.get(key), nowMs).kind === "active") refuseUnlessHeld();
  await recordAudit(ctx, { action: "pupil.chat-pause-lifted", subject: key.studentId, details: { reason } });
  await changeStanding(ctx.standings, key, (former) =>
    chatStanding(former, nowMs).kind === "active" ? refuseUnlessHeld() : { points: 0, pointsAtMs: nowMs },
  );
}
