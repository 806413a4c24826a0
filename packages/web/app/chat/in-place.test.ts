import { expect, test } from "vitest";
import { hasFailed, inPlace } from "./in-place.ts";

test("what the server answers is passed on", async () => {
  expect(await inPlace(async () => ({ ok: true }))).toEqual({ ok: true });
  expect(hasFailed({ ok: true })).toBe(false);
  expect(hasFailed(null)).toBe(false);
});

test("a lost connection is an answer, not an error page", async () => {
  const answer = await inPlace(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(hasFailed(answer)).toBe(true);
});

test("a redirect to the sign-in page is followed", async () => {
  const redirect = new Response(null, { status: 302, headers: { location: "/" } });
  await expect(inPlace(() => Promise.reject(redirect))).rejects.toBe(redirect);
});
