import { type Ctx, parse, requireRole, type Student } from "../kernel/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import { derivedId } from "./flags/derived-id.ts";
import { maskPersonalData } from "./mask-personal-data.ts";
import { AddReviewItemInput } from "./review-schema.ts";

const longest = { question: 600, answer: 2_000 };

/**
 * Puts an answer or a refusal that this pupil met before a person: rated unsafe or wrong, or an edge case. Once an exchange
 * and reason, however often it is rated.
 */
export async function addReviewItem(
  ctx: Ctx<Student, Pick<FlagPorts, "reviewItems">>,
  input: AddReviewItemInput,
): Promise<void> {
  const { schoolId, studentId, classroomId, grade, name } = requireRole(ctx.actor, "student");
  const { question, answer, ...facts } = parse(AddReviewItemInput, input);
  const { card, comment, ...rest } = facts;
  await ctx.reviewItems.add({
    ...rest,
    itemId: derivedId("review", schoolId, studentId, rest.exchangeId, rest.reason),
    schoolId,
    studentId,
    classroomId,
    grade,
    pupilName: name,
    desk: "school",
    atMs: ctx.clock.nowMs(),
    question: cut(maskPersonalData(question), longest.question),
    answer: cut(answer, longest.answer),
    ...(card === undefined ? {} : { card }),
    ...(comment === undefined || comment === "" ? {} : { comment: maskPersonalData(comment) }),
  });
}

const cut = (text: string, most: number) => Array.from(text).slice(0, most).join("");
