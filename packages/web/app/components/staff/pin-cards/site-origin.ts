/**
 * Scheme and host of this site as the person's browser knows it, for addresses that are printed. A form's `Origin` header says
 * it (the request was found to come from our own page before); behind the CDN the request's own address is the function's.
 */
export function siteOrigin(request: Request): string {
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) ? new URL(origin).origin : new URL(request.url).origin;
}
