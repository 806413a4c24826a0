import { type Anonymous, type Ctx, DomainError, parse } from "../kernel/index.ts";
import { classBehindCode } from "./codes/class-behind-code.ts";
import type { SchoolPorts } from "./ports.ts";
import { labelPupils } from "./pupil-labels.ts";
import { type ClassByCode, FindClassByCodeInput } from "./schema.ts";

/**
 * The class behind a code with the names to pick one's own from, as short as they can be told apart.
 * Throws `not-found` `school.no-such-class`, `limited` `school.too-many-guesses` (`retryAfterS`).
 */
export async function findClassByCode(
  ctx: Ctx<Anonymous, SchoolPorts>,
  input: FindClassByCodeInput,
): Promise<ClassByCode> {
  const { code } = parse(FindClassByCodeInput, input);
  const classroom = await classBehindCode(ctx, code);
  const [school, pupils] = await Promise.all([ctx.schools.get(classroom.schoolId), ctx.pupils.list(classroom)]);
  if (!school) throw new DomainError("not-found", "school.no-such-class");
  return {
    classroomId: classroom.classroomId,
    schoolName: school.name,
    className: classroom.name,
    grade: classroom.grade,
    pupils: labelPupils(pupils).map(({ studentId, name }) => ({ studentId, name })),
  };
}
