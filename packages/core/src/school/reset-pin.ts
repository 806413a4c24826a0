import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom } from "./own-classroom.ts";
import { pinCards } from "./pins/pin-cards.ts";
import type { SchoolPorts } from "./ports.ts";
import { renewPin } from "./pins/renew-pin.ts";
import { type PinCard, PupilInput } from "./schema.ts";

/**
 * Gives one pupil a new PIN, ends their sessions and lifts a lock.
 * Throws `not-found`: `school.no-classroom`, `school.no-such-pupil`.
 */
export async function resetPin(
  ctx: Ctx<ClassStaff, SchoolPorts & Pick<AccountPorts, "sessions" | "audit">>,
  input: PupilInput,
): Promise<PinCard> {
  const { classroomId, studentId } = parse(PupilInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  const { schoolId } = classroom;
  const pin = await renewPin(ctx, { schoolId, classroomId, studentId });
  if (pin === undefined) throw new DomainError("not-found", "school.no-such-pupil");
  await recordAudit(ctx, { action: "pin.reset", subject: studentId });

  const roster = await ctx.pupils.list(classroom);
  const [card] = await pinCards(ctx, { classroom, roster, pins: new Map([[studentId as string, pin]]) });
  if (!card) throw new DomainError("not-found", "school.no-such-pupil");
  return card;
}
