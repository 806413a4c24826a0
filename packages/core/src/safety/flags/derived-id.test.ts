import { expect, test } from "vitest";
import { isId } from "../../kernel/index.ts";
import { derivedId } from "./derived-id.ts";

test("an id is the same for the same facts, another for others, and has the form of every id", () => {
  const ids = Array.from({ length: 500 }, (_, at) => derivedId("flag", "a", String(at)));
  expect(ids.filter((id) => !isId("flag", id))).toEqual([]);
  expect(new Set(ids).size).toBe(500);
  expect(derivedId("flag", "a", "b")).toBe(derivedId("flag", "a", "b"));
  expect(derivedId("flag", "ab")).not.toBe(derivedId("flag", "a", "b"));
});
