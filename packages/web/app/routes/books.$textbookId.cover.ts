import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { openPage } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";

/** The small image of a book's first page: redirects to its signed address, which lives longer than the redirect is kept. */
export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student", "teacher", "school-admin", "platform-admin");
  const { thumbnailUrl } = await openPage(ctx, { textbookId: params["textbookId"] ?? "", pdfPage: 1 });
  return redirect(thumbnailUrl, { headers: { "cache-control": "private, max-age=600" } });
});
