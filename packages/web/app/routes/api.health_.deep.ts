import type { LoaderFunctionArgs } from "@remix-run/node";
import { checkHealth } from "@ukhaan/core/health";
import { anonymousContext } from "~/.server/context.ts";

/** How every part does, for whoever watches from outside: 503 while a part that questions need is down. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const report = await checkHealth(await anonymousContext(request));
  return Response.json(report, {
    status: report.status === "down" ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}
