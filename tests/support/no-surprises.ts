import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

/** An unexpected console.error fails the test that caused it; a test that expects one silences it itself. */
let spy: MockInstance | undefined;

beforeEach(() => {
  spy = vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = spy?.mock.calls ?? [];
  spy?.mockRestore();
  expect(calls, "unexpected console.error").toEqual([]);
});
