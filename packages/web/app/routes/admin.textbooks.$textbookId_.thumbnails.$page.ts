import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { openPage } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";

/** Well under the hour that the signed address works. */
const keptForS = 1_800;

/** The small image of one page: a redirect to its signed address, asked for only when the image comes into view. */
export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const { thumbnailUrl } = await openPage(ctx, {
    textbookId: params["textbookId"] ?? "",
    pdfPage: Number(params["page"]),
  });
  return redirect(thumbnailUrl, { headers: { "cache-control": `private, max-age=${keptForS}` } });
});
