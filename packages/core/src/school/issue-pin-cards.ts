import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom } from "./own-classroom.ts";
import { pinCards } from "./pins/pin-cards.ts";
import type { SchoolPorts } from "./ports.ts";
import { renewPin } from "./pins/renew-pin.ts";
import { ClassroomInput, type PinCard } from "./schema.ts";

const atOnce = 10;

/**
 * New PINs and cards for a whole class, in alphabetical order: hashes can't be printed, so every card ends the PIN before it
 * and the sessions that it opened. Throws `not-found` `school.no-classroom`.
 */
export async function issuePinCards(
  ctx: Ctx<ClassStaff, SchoolPorts & Pick<AccountPorts, "sessions" | "audit">>,
  input: ClassroomInput,
): Promise<PinCard[]> {
  const { classroomId } = parse(ClassroomInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  // Before the PINs: a run that is cut off has still been recorded.
  await recordAudit(ctx, { action: "cards.issued", subject: classroomId });

  const roster = await ctx.pupils.list(classroom);
  const pins = new Map<string, string>();
  for (let start = 0; start < roster.length; start += atOnce) {
    await Promise.all(
      roster.slice(start, start + atOnce).map(async ({ schoolId, studentId }) => {
        const pin = await renewPin(ctx, { schoolId, classroomId, studentId });
        if (pin !== undefined) pins.set(studentId, pin);
      }),
    );
  }
  return pinCards(ctx, { classroom, roster, pins });
}
