import { expect, test } from "vitest";
import { originOf } from "./origin.ts";

const from = (headers: Record<string, string>) => originOf(new Request("http://ukhaan.example/", { headers }));

test.each([
  ["198.51.100.7:46532", "198.51.100.7"],
  ["198.51.100.7:1", "198.51.100.7"],
  ["2001:db8:0:12::9:443", "2001:db8:0:12::/64"],
  ["2001:DB8:0:12:ffff:1:2:3:50123", "2001:db8:0:12::/64"],
  ["[2001:db8::1]:443", "2001:db8:0:0::/64"],
])("a viewer at %s counts as %s, whatever the port", (viewer, origin) => {
  expect(from({ "cloudfront-viewer-address": viewer })).toBe(origin);
});

test("an address that only the client wrote counts for nothing", () => {
  expect(from({ "x-forwarded-for": "203.0.113.9" })).toBe("unknown");
  expect(from({ "cloudfront-viewer-address": "somebody" })).toBe("unknown");
});
