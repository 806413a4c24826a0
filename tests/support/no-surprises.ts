import { afterEach, beforeEach, expect, vi } from "vitest";

/** An unexpected console.error fails the test that caused it; a test that expects one silences it itself. */
let spy: ReturnType<typeof vi.spyOn> | undefined;

beforeEach(() => {
  spy = vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = spy?.mock.calls ?? [];
  spy?.mockRestore();
  expect(calls, "unexpected console.error").toEqual([]);
});
