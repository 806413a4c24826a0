import { type AccountPorts, hashSecret, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom } from "./own-classroom.ts";
import { pinCards } from "./pins/pin-cards.ts";
import type { SchoolPorts, StoredClassroom, StoredPupil } from "./ports.ts";
import { nameKey, type PupilName, readPupilNames } from "./pupil-names.ts";
import { EnrolPupilsInput, maxPupils, type PinCard } from "./schema.ts";
import { systemDraw } from "./secret-draw.ts";

type EnrolCtx = Ctx<ClassStaff, SchoolPorts & Pick<AccountPorts, "audit">>;

/** Another enrolment of the same class at the same moment is rare; three in a row is not. */
const attempts = 3;

/**
 * Adds pupils from a pasted list and gives the cards of those who were added. Names that the class has already are left
 * alone (a list sent twice adds nobody twice), all others are added together or not at all.
 *
 * Throws `conflict` `school.class-full` (`limit`), the errors of {@link readPupilNames}, `not-found` `school.no-classroom`.
 */
export async function enrolPupils(ctx: EnrolCtx, input: EnrolPupilsInput): Promise<PinCard[]> {
  const { classroomId, names } = parse(EnrolPupilsInput, input);
  let classroom = await ownClassroom(ctx, classroomId);
  const listed = readPupilNames(names);

  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const roster = await ctx.pupils.list(classroom);
    const known = new Set(roster.map(nameKey));
    const missing = listed.filter((name) => !known.has(nameKey(name)));
    if (missing.length === 0) return [];
    if (roster.length + missing.length > maxPupils) {
      throw new DomainError("conflict", "school.class-full", { limit: maxPupils });
    }
    const drafted = await Promise.all(missing.map((name) => draft(ctx, classroom, name)));
    const pupils = drafted.map(({ pupil }) => pupil);
    const { rosterVersion } = classroom;
    if ((await ctx.pupils.enrol({ classroom, rosterVersion, pupils, maxPupils })) === "enrolled") {
      await recordAudit(ctx, { action: "pupils.enrolled", subject: classroomId, details: { count: pupils.length } });
      const pins = new Map(drafted.map(({ pupil, pin }) => [pupil.studentId as string, pin]));
      return pinCards(ctx, { classroom, roster: [...roster, ...pupils], pins });
    }
    classroom = await ownClassroom(ctx, classroomId);
  }
  throw new DomainError("unavailable", "school.busy");
}

async function draft(
  ctx: EnrolCtx,
  { schoolId, classroomId }: StoredClassroom,
  name: PupilName,
): Promise<{ readonly pupil: StoredPupil; readonly pin: string }> {
  const studentId = ctx.ids.next("student");
  const pin = (ctx.draw ?? systemDraw).pin();
  const pinHash = await hashSecret(pin);
  const createdAtMs = ctx.clock.nowMs();
  const untried = { pinVersion: 1, tries: 0, lastTryAtMs: 0, locks: 0, misses: 0 };
  return { pin, pupil: { schoolId, classroomId, studentId, ...name, pinHash, ...untried, createdAtMs } };
}
