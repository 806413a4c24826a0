import { DomainError } from "../../kernel/index.ts";
import type { SchoolPorts, StoredClassroom, StoredPupil } from "../ports.ts";
import { labelPupils } from "../pupil-labels.ts";
import type { PinCard } from "../schema.ts";

/** Cards of these PINs, in alphabetical order, with names told apart within the whole class. */
export async function pinCards(
  ctx: Pick<SchoolPorts, "schools">,
  input: {
    readonly classroom: StoredClassroom;
    readonly roster: readonly StoredPupil[];
    readonly pins: ReadonlyMap<string, string>;
  },
): Promise<PinCard[]> {
  const { classroom, roster, pins } = input;
  const school = await ctx.schools.get(classroom.schoolId);
  if (!school) throw new DomainError("not-found", "school.no-such-school");
  return labelPupils(roster).flatMap(({ studentId, name }) => {
    const pin = pins.get(studentId);
    if (pin === undefined) return [];
    return [{ studentId, name, className: classroom.name, schoolName: school.name, code: classroom.code, pin }];
  });
}
