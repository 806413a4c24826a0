/** A path of this site that came from outside (`?to=`), or the fallback: never another site's address. */
export function safePath(path: unknown, fallback: string): string {
  return typeof path === "string" && /^\/(?![/\\])[^\s]*$/.test(path) ? path : fallback;
}
