import { DomainError } from "@ukhaan/core/kernel";

/**
 * Refuses a state-changing request that another site made (cross-site request forgery): the browser says so in
 * `Sec-Fetch-Site`; older ones send `Origin`. Throws `forbidden` `account.cross-site`.
 */
export function refuseCrossSite(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const origin = request.headers.get("origin");
  if (site === null && origin !== null && originHost(origin) === hostOf(request)) return;
  throw new DomainError("forbidden", "account.cross-site");
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function hostOf(request: Request): string {
  return request.headers.get("host") ?? new URL(request.url).host;
}
