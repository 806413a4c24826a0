import { type Ctx, DomainError, requireRole, type SchoolAdmin, type Teacher } from "../kernel/index.ts";
import type { ClassroomKey, SchoolPorts, StoredClassroom } from "./ports.ts";

/** Who works with classes. */
export type ClassStaff = Teacher | SchoolAdmin;

/**
 * The class, if it is the actor's to work with: a teacher's own, or any of a school administrator's school. Throws `not-found`
 * `school.no-classroom` alike for a missing class, another teacher's and another school's: no existence leak.
 */
export async function ownClassroom(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms">>,
  classroomId: ClassroomKey["classroomId"],
): Promise<StoredClassroom> {
  const actor = requireRole(ctx.actor, "teacher", "school-admin");
  const classroom = await ctx.classrooms.get({ schoolId: actor.schoolId, classroomId });
  const isOwn =
    classroom !== undefined && (actor.role === "school-admin" || classroom.teacherIds.includes(actor.staffId));
  if (!isOwn) throw new DomainError("not-found", "school.no-classroom");
  return classroom;
}
