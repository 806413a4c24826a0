import type { AccountPorts } from "../account/index.ts";
import { type Ctx, type Page, parse, type PlatformAdmin, requireRole, type SchoolAdmin } from "../kernel/index.ts";
import { ListSafeguardCandidatesInput, type SafeguardCandidate } from "./safeguard-schema.ts";
import { candidateView, meantSchool } from "./safeguard-school.ts";

/** Staff of a school who may be named: those who can sign in, in the order they were added. A page may hold fewer than it could. */
export async function listSafeguardCandidates(
  ctx: Ctx<SchoolAdmin | PlatformAdmin, Pick<AccountPorts, "staff">>,
  input: ListSafeguardCandidatesInput = {},
): Promise<Page<SafeguardCandidate>> {
  const actor = requireRole(ctx.actor, "school-admin", "platform-admin");
  const { schoolId: asked, cursor } = parse(ListSafeguardCandidatesInput, input);
  const page = await ctx.staff.list(meantSchool(actor, asked), cursor);
  const items = page.items.filter(({ disabled }) => !disabled).flatMap((member) => candidateView(member) ?? []);
  return { items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}
