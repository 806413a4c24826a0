import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPage } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { resource } from "~/.server/resource.ts";

/** One page of a book for the viewer over the conversation, which stays when this fails. */
export const loader = resource(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  return { page: await openPage(ctx, { textbookId: params["textbookId"] ?? "", pdfPage: Number(params["page"]) }) };
});
