import { redirect } from "@remix-run/node";
import { resolveSession } from "@ukhaan/core/account";
import { type Actor, type Anonymous, type Ctx, requireRole, type Role } from "@ukhaan/core/kernel";
import { deps } from "./deps.ts";
import { originOf } from "./origin.ts";
import { refuseCrossSite } from "./same-site.ts";
import { readSessionToken } from "./session-cookie.ts";
import type { WebPorts } from "./web-deps.ts";

export type WebCtx<Who extends Actor | Anonymous> = Ctx<Who, WebPorts>;

/** Context of somebody without a session: sign-in pages. Refuses cross-site requests that change something. */
export async function anonymousContext(request: Request): Promise<WebCtx<Anonymous>> {
  refuseCrossSite(request);
  return contextOf({ role: "anonymous", origin: originOf(request) });
}

/**
 * Context of the person whose session the request carries. Without one it redirects to the sign-in page of the first
 * role; with another role it throws `forbidden` `account.wrong-role`. Refuses cross-site requests that change something.
 */
export async function actorContext<R extends Role>(
  request: Request,
  ...roles: readonly [R, ...R[]]
): Promise<WebCtx<Extract<Actor, { role: R }>>> {
  refuseCrossSite(request);
  const actor = await currentActor(request);
  if (!actor) throw redirect(signInPage(request, roles[0]));
  return contextOf(requireRole(actor, ...roles));
}

/** Who is signed in, if anybody; for pages that only look different then. */
export async function currentActor(request: Request): Promise<Actor | undefined> {
  const token = readSessionToken(request);
  if (token === undefined) return undefined;
  const { clock, ports } = await deps();
  return resolveSession({ clock, sessions: ports.sessions }, token);
}

/** First page of each role after signing in. */
export const homeOf: Readonly<Record<Role, string>> = {
  student: "/chat",
  teacher: "/teach",
  "school-admin": "/teach",
  "platform-admin": "/admin",
  ministry: "/",
};

async function contextOf<Who extends Actor | Anonymous>(actor: Who): Promise<WebCtx<Who>> {
  const { clock, ids, log, ports } = await deps();
  return { actor, clock, ids, log, ...ports };
}

function signInPage(request: Request, role: Role): string {
  const page = role === "student" ? "/" : "/staff/sign-in";
  if (request.method !== "GET") return page;
  const { pathname, search } = new URL(request.url);
  return `${page}?to=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`;
}
