import type { LoaderFunctionArgs } from "@remix-run/node";
import { readChatState } from "@ukhaan/core/tutor";
import { actorContext } from "~/.server/context.ts";
import { resource } from "~/.server/resource.ts";

/** Whether the pupil may ask right now, and what is left of the day; the page asks again when that may have changed. */
export const loader = resource(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  return readChatState(ctx);
});
