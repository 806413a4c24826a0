import { type Ctx, dayInUlaanbaatar, parse, type StudentId } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom, type SchoolPorts } from "../school/index.ts";
import type { ExerciseCounts, LearningPorts } from "./ports.ts";
import { ExerciseUseInput } from "./schema.ts";

const dayMs = 24 * 3_600_000;

/**
 * How each pupil of a class worked on exercises in the last `days` days, today included: messages about exercises, attempts
 * with working, times the work was wanted done, solutions shown. No word of what was written; pupils who asked about none
 * are left out. Throws `not-found` (school.no-classroom).
 */
export async function readExerciseUse(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms"> & Pick<LearningPorts, "rollUps">>,
  input: ExerciseUseInput,
): Promise<ReadonlyMap<StudentId, ExerciseCounts>> {
  const { classroomId, days } = parse(ExerciseUseInput, input);
  const { schoolId } = await ownClassroom(ctx, classroomId);
  const nowMs = ctx.clock.nowMs();
  return await ctx.rollUps.readExerciseUse({
    schoolId,
    classroomId,
    fromDay: dayInUlaanbaatar(nowMs - (days - 1) * dayMs),
    toDay: dayInUlaanbaatar(nowMs),
  });
}
