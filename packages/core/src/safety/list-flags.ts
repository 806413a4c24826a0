import { type Ctx, type Page, parse } from "../kernel/index.ts";
import { type FlagView, ListFlagsInput } from "./flag-schema.ts";
import { type FlagActionPorts, flagReader, type FlagStaff } from "./flags/flag-reader.ts";
import { flagView } from "./flags/flag-view.ts";

/**
 * Flags in one state, oldest first: of the actor's school, or, for a platform administrator, of all schools what has escalated
 * to the platform. Throws `forbidden` `safety.not-safeguard`, `invalid` `safety.invalid-cursor`.
 */
export async function listFlags(
  ctx: Ctx<FlagStaff, FlagActionPorts>,
  input: ListFlagsInput = {},
): Promise<Page<FlagView>> {
  const { state, severity, cursor } = parse(ListFlagsInput, input);
  const { schoolId } = await flagReader(ctx);
  const page =
    schoolId === undefined
      ? await ctx.flags.listEscalated({ state, severity, cursor })
      : await ctx.flags.listOf({ schoolId, state, severity, cursor });
  const items = page.items.map(flagView);
  const named = schoolId === undefined ? await withSchoolNames(ctx, items) : items;
  return { items: named, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}

async function withSchoolNames(
  ctx: Ctx<FlagStaff, FlagActionPorts>,
  items: readonly FlagView[],
): Promise<readonly FlagView[]> {
  const ids = [...new Set(items.map(({ schoolId }) => schoolId))];
  const schools = await Promise.all(ids.map((id) => ctx.schools.get(id)));
  const names = new Map(schools.flatMap((school) => (school ? [[school.schoolId, school.name] as const] : [])));
  return items.map((item) => {
    const schoolName = names.get(item.schoolId);
    return schoolName === undefined ? item : { ...item, schoolName };
  });
}
