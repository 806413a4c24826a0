import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../../kernel/index.ts";
import { ReviewPageInput } from "./review-schema.ts";
import { changePage } from "./change-page.ts";
import type { ReviewState } from "./page-review.ts";
import type { ChangePorts } from "./review-ctx.ts";

export async function setPageState(
  ctx: Ctx<PlatformAdmin, ChangePorts>,
  input: ReviewPageInput,
  state: ReviewState,
): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, pdfPage, version } = parse(ReviewPageInput, input);
  await changePage(ctx, { textbookId, pdfPage }, (page) => {
    const isThere = page.state === state && (state === "open" || page.lost === undefined);
    if (isThere && page.version <= version + 1) return undefined;
    if (page.version !== version) throw new DomainError("conflict", "textbook.changed-meanwhile");
    const text = page.passages.map((passage) => passage.text).join("\n");
    const action = state === "approved" ? "page.approved" : "page.reopened";
    return { action, subject: textbookId, before: text, after: text, state };
  });
}
