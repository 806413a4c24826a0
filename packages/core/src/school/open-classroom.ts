import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse, requireRole, type StaffId } from "../kernel/index.ts";
import type { ClassStaff } from "./own-classroom.ts";
import type { SchoolPorts, StoredClassroom } from "./ports.ts";
import { type ClassroomView, OpenClassroomInput } from "./schema.ts";
import { schoolYearOf } from "./school-year.ts";
import { systemDraw } from "./secret-draw.ts";
import { classroomView } from "./views.ts";

/** A taken code is a one in a hundred million chance for each class of the nation: a third one is a broken generator. */
const codeDraws = 3;

/**
 * Opens a class with a code of its own. A teacher opens their own class; a school administrator may name its teachers.
 *
 * Throws `conflict` `school.class-exists` when the school has a class of this name this year, `not-found`
 * `school.no-such-teacher`.
 */
export async function openClassroom(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms" | "draw"> & Pick<AccountPorts, "audit" | "staff">>,
  input: OpenClassroomInput,
): Promise<ClassroomView> {
  const actor = requireRole(ctx.actor, "teacher", "school-admin");
  const { name, grade, teacherIds: named } = parse(OpenClassroomInput, input);
  const teacherIds = actor.role === "teacher" ? [actor.staffId] : [...new Set(named)];
  if (actor.role === "school-admin") await requireTeachers(ctx, teacherIds);

  const draw = ctx.draw ?? systemDraw;
  const createdAtMs = ctx.clock.nowMs();
  const drafted = {
    schoolId: actor.schoolId,
    classroomId: ctx.ids.next("classroom"),
    name,
    grade,
    schoolYear: schoolYearOf(createdAtMs),
    teacherIds,
    pupilCount: 0,
    rosterVersion: 0,
    createdAtMs,
  };
  for (let drawn = 0; drawn < codeDraws; drawn += 1) {
    const classroom: StoredClassroom = { ...drafted, code: draw.classCode() };
    const outcome = await ctx.classrooms.create(classroom);
    if (outcome === "name-taken") throw new DomainError("conflict", "school.class-exists");
    if (outcome === "created") {
      await recordAudit(ctx, { action: "classroom.opened", subject: classroom.classroomId, details: { grade } });
      return classroomView(classroom);
    }
  }
  throw new DomainError("unavailable", "school.busy");
}

async function requireTeachers(
  ctx: Parameters<typeof openClassroom>[0],
  teacherIds: readonly StaffId[],
): Promise<void> {
  const tenant = ctx.actor.schoolId;
  const found = await Promise.all(teacherIds.map((staffId) => ctx.staff.get({ tenant, staffId })));
  if (found.some((staff) => staff?.role !== "teacher" || staff.disabled)) {
    throw new DomainError("not-found", "school.no-such-teacher");
  }
}
