import type { LoaderFunctionArgs } from "@remix-run/node";
import { countNotifications } from "@ukhaan/core/safety";
import { actorContext } from "~/.server/context.ts";
import { resource } from "~/.server/resource.ts";

/** How many notifications wait for this member of staff; asked by the bell. */
export const loader = resource(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  return { unread: await countNotifications(ctx) };
});
