import type { Ctx, PlatformAdmin } from "../kernel/index.ts";
import type { ChangePorts } from "./reviewing/review-ctx.ts";
import { setPageState } from "./reviewing/set-page-state.ts";
import type { ReviewPageInput } from "./reviewing/review-schema.ts";

/** Puts a checked page back among those to be checked. @throws DomainError `conflict` `textbook.changed-meanwhile`; `not-found` */
export async function reopenPage(ctx: Ctx<PlatformAdmin, ChangePorts>, input: ReviewPageInput): Promise<void> {
  await setPageState(ctx, input, "open");
}
