import { expect, test } from "vitest";
import { refuseCrossSite } from "./same-site.ts";
import { safePath } from "./safe-path.ts";
import { forgottenSessionCookie, readSessionToken, sessionCookie } from "./session-cookie.ts";

const request = (method: string, headers: Record<string, string>, url = "https://ukhaan.mn/preferences") =>
  new Request(url, { method, headers: { host: "ukhaan.mn", ...headers } });

test.each([
  ["same-origin by its own word", "POST", { "sec-fetch-site": "same-origin" }],
  ["an old browser of this site", "POST", { origin: "https://ukhaan.mn" }],
  ["reading from anywhere", "GET", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
])("%s passes", (_, method, headers) => {
  expect(() => refuseCrossSite(request(method, headers))).not.toThrow();
});

test.each([
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://ukhaan.mn" }],
  ["a sibling domain", { "sec-fetch-site": "same-site" }],
  ["another origin in an old browser", { origin: "https://evil.example" }],
  ["an opaque origin", { origin: "null" }],
  ["nothing at all", {}],
])("a change asked for by %s is refused", (_, headers) => {
  expect(() => refuseCrossSite(request("POST", headers))).toThrow("account.cross-site");
});

test("the session cookie is for this site's server only, and Secure except on a person's own machine", () => {
  const session = { token: "a".repeat(43), expiresAtMs: Date.UTC(2027, 0, 1) };
  const cookie = sessionCookie(request("POST", {}), session);
  expect(cookie).toContain("HttpOnly; SameSite=Lax; Secure");
  expect(sessionCookie(request("POST", {}, "http://127.0.0.1:3000/"), session)).not.toContain("Secure");
  expect(sessionCookie(request("POST", {}, "http://192.168.1.5/"), session)).toContain("Secure");
  expect(forgottenSessionCookie(request("POST", {}))).toContain("Max-Age=0");
  const back = new Request("https://ukhaan.mn/", { headers: { cookie: `x=1; ${cookie.split(";")[0]}` } });
  expect(readSessionToken(back)).toBe(session.token);
});

test.each([
  ["/chat/x?y=1", "/chat/x?y=1"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["", "/"],
  [undefined, "/"],
])("a way back to %s leads to %s", (path, expected) => {
  expect(safePath(path, "/")).toBe(expected);
});
