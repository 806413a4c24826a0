import { type Ctx, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom, type SchoolPorts } from "../school/index.ts";
import { viewPolicy } from "./hints/change-policy.ts";
import type { TutorPorts } from "./ports.ts";
import { type HintPolicyView, ReadHintPolicyInput } from "./schema.ts";

/** How far a class is helped, and its open tasks. Throws `not-found` (school.no-classroom) for a class that is not the actor's. */
export async function readHintPolicy(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms"> & Pick<TutorPorts, "hintPolicies">>,
  input: ReadHintPolicyInput,
): Promise<HintPolicyView> {
  const { classroomId } = parse(ReadHintPolicyInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  return viewPolicy(await ctx.hintPolicies.get(classroom), ctx.clock.nowMs());
}
