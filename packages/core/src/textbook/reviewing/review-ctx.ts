import type { AccountPorts } from "../../account/index.ts";
import { type Ctx, DomainError, type PlatformAdmin, requireRole } from "../../kernel/index.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import { visibleTextbook } from "../viewing/visible-textbook.ts";

/** Ports for looking at pages under review. */
export type LookPorts = Pick<TextbookPorts, "textbooks" | "library" | "pageReviews">;
/** Ports for changing them. */
export type ChangePorts = LookPorts & Pick<TextbookPorts, "passages" | "embeddings"> & Pick<AccountPorts, "audit">;

/** The book, if it can be reviewed now. @throws DomainError `forbidden`; `not-found`; `conflict` `textbook.not-ready` while it is not ready */
export async function reviewableBook(ctx: Ctx<PlatformAdmin, LookPorts>, textbookId: string): Promise<SavedTextbook> {
  requireRole(ctx.actor, "platform-admin");
  const book = await visibleTextbook(ctx, textbookId);
  if (book.state !== "ready") throw new DomainError("conflict", "textbook.not-ready");
  return book;
}

/** @throws DomainError `not-found` `textbook.no-page` */
export function requirePage({ pageCount = 0 }: SavedTextbook, pdfPage: number): number {
  if (!Number.isInteger(pdfPage) || pdfPage < 1 || pdfPage > pageCount) {
    throw new DomainError("not-found", "textbook.no-page");
  }
  return pdfPage;
}
