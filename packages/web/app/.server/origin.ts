import { isIPv4, isIPv6 } from "node:net";

/**
 * Coarse origin of a request, for limits of people who are not signed in: the viewer's address as the edge saw it,
 * without its port (it changes with every connection); of IPv6 the /64, which is one household.
 * CloudFront writes `CloudFront-Viewer-Address` itself and so does the dev server; what a client writes never arrives.
 */
export function originOf(request: Request): string {
  const viewer = request.headers.get("cloudfront-viewer-address") ?? "";
  const address = viewer.replace(/:\d+$/, "").replaceAll(/[[\]]/g, "");
  if (isIPv4(address)) return address;
  if (isIPv6(address)) return `${wholeAddress(address).slice(0, 4).join(":")}::/64`;
  return "unknown";
}

/** The eight groups of an IPv6 address, `::` written out. */
function wholeAddress(address: string): readonly string[] {
  const [head = "", tail] = address.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const start = groups(head);
  const end = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
  return [...start, ...zeros, ...end].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""));
}
