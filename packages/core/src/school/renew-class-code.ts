import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom } from "./own-classroom.ts";
import type { SchoolPorts } from "./ports.ts";
import { ClassroomInput, type ClassroomView } from "./schema.ts";
import { systemDraw } from "./secret-draw.ts";
import { classroomView } from "./views.ts";

const codeDraws = 3;

/**
 * Gives a class a new code; the old one opens nothing any more. PINs and open sessions stay.
 * Throws `not-found` `school.no-classroom`, `conflict` `school.code-changed` when somebody else did it at the same moment.
 */
export async function renewClassCode(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms" | "draw"> & Pick<AccountPorts, "audit">>,
  input: ClassroomInput,
): Promise<ClassroomView> {
  const { classroomId } = parse(ClassroomInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  const { schoolId, code: from } = classroom;
  for (let drawn = 0; drawn < codeDraws; drawn += 1) {
    const to = (ctx.draw ?? systemDraw).classCode();
    const outcome = await ctx.classrooms.renewCode({ schoolId, classroomId, from, to });
    if (outcome === "stale") throw new DomainError("conflict", "school.code-changed");
    if (outcome === "renewed") {
      await recordAudit(ctx, { action: "class-code.renewed", subject: classroomId });
      return classroomView({ ...classroom, code: to });
    }
  }
  throw new DomainError("unavailable", "school.busy");
}
