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
  return { items: page.items.map(flagView), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}
