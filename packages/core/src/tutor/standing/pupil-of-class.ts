import { type ClassroomId, type Ctx, DomainError, type StudentId } from "../../kernel/index.ts";
import { type ClassStaff, ownClassroom, type SchoolPorts } from "../../school/index.ts";
import type { PupilKey } from "../ports.ts";

export type ClassPorts = Pick<SchoolPorts, "classrooms" | "pupils">;

/** The pupil, if they are in a class that is the actor's. Throws `not-found`: school.no-classroom, school.no-such-pupil. */
export async function pupilOfClass(
  ctx: Ctx<ClassStaff, ClassPorts>,
  { classroomId, studentId }: { readonly classroomId: ClassroomId; readonly studentId: StudentId },
): Promise<PupilKey> {
  const { schoolId } = await ownClassroom(ctx, classroomId);
  const pupil = await ctx.pupils.get({ schoolId, classroomId, studentId });
  if (!pupil) throw new DomainError("not-found", "school.no-such-pupil");
  return { schoolId, studentId };
}
