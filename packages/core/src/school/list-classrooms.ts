import { type Ctx, type Page, parse, requireRole } from "../kernel/index.ts";
import type { ClassStaff } from "./own-classroom.ts";
import type { SchoolPorts } from "./ports.ts";
import { type ClassroomView, ListClassroomsInput } from "./schema.ts";
import { classroomView } from "./views.ts";

/** Classes by grade and name, 50 a page: a teacher's own, or all of a school administrator's school. */
export async function listClassrooms(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms">>,
  input: ListClassroomsInput = {},
): Promise<Page<ClassroomView>> {
  const actor = requireRole(ctx.actor, "teacher", "school-admin");
  const { cursor } = parse(ListClassroomsInput, input);
  const page = await ctx.classrooms.list({
    schoolId: actor.schoolId,
    ...(actor.role === "teacher" ? { teacherId: actor.staffId } : {}),
    cursor,
  });
  return { ...page, items: page.items.map(classroomView) };
}
