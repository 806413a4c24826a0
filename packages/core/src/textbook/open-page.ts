import { type Actor, type Ctx, DomainError, requireRole } from "../kernel/index.ts";
import { imageKey, thumbnailKey, viewKey } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import type { PageView } from "./schema.ts";
import { requireJson, type StoredView } from "./ingesting/stored-page.ts";
import { isOpen, visibleTextbook } from "./viewing/visible-textbook.ts";

/** How long a page image's address works, in seconds: a lesson. */
const imageExpiresInS = 3_600;

/** One page: its image, and its passages with the boxes to mark. @throws DomainError `not-found` */
export async function openPage(
  ctx: Ctx<Actor, Pick<TextbookPorts, "textbooks" | "library">>,
  input: { readonly textbookId: string; readonly pdfPage: number },
): Promise<PageView> {
  requireRole(ctx.actor, "student", "teacher", "school-admin", "platform-admin", "ministry");
  const textbook = await visibleTextbook(ctx, input.textbookId);
  const { textbookId, title, grade, pageCount = 0 } = textbook;
  const { pdfPage } = input;
  if (!isOpen(textbook) || !Number.isInteger(pdfPage) || pdfPage < 1 || pdfPage > pageCount) {
    throw new DomainError("not-found", "textbook.no-page");
  }
  const sign = (key: string) => ctx.library.presignGet({ key, expiresInS: imageExpiresInS });
  const [view, url, thumbnailUrl] = await Promise.all([
    requireJson<StoredView>(ctx.library, viewKey(textbook, pdfPage)),
    sign(imageKey(textbook, pdfPage)),
    sign(thumbnailKey(textbook, pdfPage)),
  ]);
  const { printedPage, image, passages } = view;
  return {
    textbookId,
    title,
    grade,
    pdfPage,
    ...(printedPage === undefined ? {} : { printedPage }),
    pageCount,
    image: { url, ...image },
    thumbnailUrl,
    passages,
  };
}
