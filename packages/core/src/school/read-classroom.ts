import { type Ctx, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom } from "./own-classroom.ts";
import type { SchoolPorts } from "./ports.ts";
import { labelPupils } from "./pupil-labels.ts";
import { type ClassroomDetail, ReadClassroomInput } from "./schema.ts";
import { classroomView, pupilView } from "./views.ts";

/**
 * A class with its roster in alphabetical order. A page holds a whole class (100) unless `limit` asks for less.
 * Throws `not-found` `school.no-classroom` for a class that is not the actor's.
 */
export async function readClassroom(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms" | "pupils">>,
  input: ReadClassroomInput,
): Promise<ClassroomDetail> {
  const { classroomId, cursor, limit } = parse(ReadClassroomInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  const nowMs = ctx.clock.nowMs();
  // Names are told apart within the whole class, so the page is cut from it, not asked of the store.
  const everyone = labelPupils(await ctx.pupils.list(classroom));
  const first = cursor === undefined ? 0 : everyone.findIndex(({ studentId }) => studentId === cursor) + 1;
  const items = everyone.slice(first, first + limit).map((pupil) => pupilView(pupil, nowMs));
  const last = items.at(-1);
  const hasMore = last !== undefined && first + limit < everyone.length;
  return {
    classroom: classroomView(classroom),
    pupils: { items, ...(hasMore ? { cursor: last.studentId } : {}) },
  };
}
