import type { Ctx, PlatformAdmin } from "../kernel/index.ts";
import type { ChangePorts } from "./reviewing/review-ctx.ts";
import { setPageState } from "./reviewing/set-page-state.ts";
import type { ReviewPageInput } from "./reviewing/review-schema.ts";

/**
 * Records that a person has checked the page as it was shown, in this version. What could not be kept of earlier corrections
 * is settled by that too. @throws DomainError `conflict` `textbook.changed-meanwhile` when it was changed since; `not-found`
 */
export async function approvePage(ctx: Ctx<PlatformAdmin, ChangePorts>, input: ReviewPageInput): Promise<void> {
  await setPageState(ctx, input, "approved");
}
