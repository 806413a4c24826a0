import { type Anonymous, type Ctx, DomainError } from "../../kernel/index.ts";
import { readClassCode } from "./class-code.ts";
import { countMiss, refuseGuessers } from "./code-guesses.ts";
import type { SchoolPorts, StoredClassroom } from "../ports.ts";

/**
 * The class that a typed code opens. Throws `not-found` `school.no-such-class`, and `limited` `school.too-many-guesses`
 * (`retryAfterS`) for an origin that guesses.
 */
export async function classBehindCode(
  ctx: Ctx<Anonymous, Pick<SchoolPorts, "classrooms">>,
  typed: string,
): Promise<StoredClassroom> {
  const code = readClassCode(typed);
  const key = code === undefined ? undefined : await ctx.classrooms.byCode(code);
  if (key) {
    const [classroom] = await Promise.all([ctx.classrooms.get(key), refuseGuessers(ctx)]);
    if (classroom) return classroom;
  }
  await countMiss(ctx);
  throw new DomainError("not-found", "school.no-such-class");
}
