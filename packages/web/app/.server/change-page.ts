import { DomainError } from "@ukhaan/core/kernel";
import {
  approvePage,
  correctPassage,
  finishPage,
  listPagesForReview,
  markFormulaImage,
  mergePassages,
  reopenPage,
  splitPassage,
} from "@ukhaan/core/textbook";
import { PassageKind } from "@ukhaan/core/textbook/schema";
import { actorContext, type WebCtx } from "./context.ts";
import { readIntent } from "./read-form.ts";
import type { PlatformAdmin } from "@ukhaan/core/kernel";

/** What a change of a page under review came to; `next`: where to go on after a page is approved. */
export interface PageChanged {
  readonly done: string;
  readonly next?: string;
}

/**
 * Does what a form of the review page asks for. One form a passage, which works without script too: where that can't tell
 * the cursor, a list of places to split at gives the second `position`.
 */
export async function changePageByForm(
  request: Request,
  params: Readonly<Record<string, string | undefined>>,
  form: FormData,
): Promise<PageChanged> {
  const ctx = await actorContext(request, "platform-admin");
  const intent = readIntent(form, "correct", "split", "merge", "image", "as-text", "approve", "reopen", "finish");
  const page = { textbookId: params["textbookId"] ?? "", pdfPage: Number(params["page"]) };
  const version = numberOf(form, "version");
  const at = { ...page, passageId: textOf(form, "passageId"), version };
  switch (intent) {
    case "correct":
      await correctPassage(ctx, { ...at, kind: kindOf(form), text: textOf(form, "text") });
      break;
    case "split":
      await splitPassage(ctx, { ...at, position: numberOf(form, "position") });
      break;
    case "merge":
      await mergePassages(ctx, {
        ...at,
        next: { passageId: textOf(form, "nextId"), version: numberOf(form, "nextVersion") },
      });
      break;
    case "image":
    case "as-text":
      await markFormulaImage(ctx, { ...at, useImage: intent === "image" });
      break;
    case "reopen":
      await reopenPage(ctx, { ...page, version });
      break;
    case "finish":
      await finishPage(ctx, page);
      break;
    case "approve":
      await approvePage(ctx, { ...page, version });
      return { done: intent, next: await nextPage(ctx, page.textbookId, textOf(form, "cursor")) };
  }
  return { done: intent };
}

/** The next page to check after this place of the list, else the first one left, else the list. */
export async function nextPage(ctx: WebCtx<PlatformAdmin>, textbookId: string, cursor: string): Promise<string> {
  const after = cursor === "" ? undefined : await listPagesForReview(ctx, { textbookId, cursor, limit: 1 });
  const first = after?.items[0] ?? (await listPagesForReview(ctx, { textbookId, limit: 1 })).items[0];
  const list = `/admin/textbooks/${textbookId}/review`;
  return first ? `${list}/${first.pdfPage}` : list;
}

/** The last field of the name that has something in it. */
function textOf(form: FormData, name: string): string {
  const values = form.getAll(name).filter((value): value is string => typeof value === "string");
  return values.findLast((value) => value !== "") ?? "";
}

function numberOf(form: FormData, name: string): number {
  const text = textOf(form, name);
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

function kindOf(form: FormData): PassageKind {
  const kind = PassageKind.safeParse(form.get("kind"));
  if (!kind.success) throw new DomainError("invalid", "kernel.invalid-input", { field: "kind" });
  return kind.data;
}
