import { afterEach, expect, test, vi } from "vitest";
import { askInPlace, resultOf } from "./in-place.ts";

afterEach(() => void vi.unstubAllGlobals());

const answering = (answer: () => Promise<Response>) => vi.stubGlobal("fetch", answer);
const refusal = { code: "tutor.no-exchange", details: {} };

test("what the server answers is passed on", async () => {
  answering(async () => Response.json({ ok: true }));
  const answer = await askInPlace<{ ok: true }>("/answers");
  expect(resultOf(answer)).toEqual({ ok: true });
});

test("a refusal is no result, and keeps its reason", async () => {
  answering(async () => Response.json({ refusal, message: "…" }, { status: 404 }));
  const answer = await askInPlace("/answers");
  expect(answer).toMatchObject({ refusal });
  expect(resultOf(answer)).toBeUndefined();
});

test.each<[string, () => Promise<Response>]>([
  ["a lost connection", () => Promise.reject(new TypeError("Failed to fetch"))],
  [
    "a proxy's error page",
    async () => new Response("<h1>503</h1>", { status: 503, headers: { "content-type": "text/html" } }),
  ],
  [
    "an answer that breaks off",
    async () => new Response('{"ok":', { headers: { "content-type": "application/json" } }),
  ],
  ["a bug of the server", async () => Response.json({ message: "Unexpected Server Error" }, { status: 500 })],
])("%s is an answer, not an error page", async (_, answer) => {
  answering(answer);
  expect(await askInPlace("/answers")).toEqual({ failed: true });
});

test("a session that has ended leads to the sign-in page", async () => {
  const page = new Response("<html>", { headers: { "content-type": "text/html" } });
  Object.defineProperty(page, "redirected", { value: true });
  answering(async () => page);
  const left = vi.fn<() => void>();
  await askInPlace("/conversations", {}, left);
  expect(left).toHaveBeenCalledOnce();
});

test("a request that was given up is given up", async () => {
  const giveUp = new AbortController();
  giveUp.abort();
  answering(() => Promise.reject(new DOMException("aborted", "AbortError")));
  await expect(askInPlace("/conversations", { signal: giveUp.signal })).rejects.toThrow("aborted");
});
