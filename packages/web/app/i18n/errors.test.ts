import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { errors } from "./mn/errors.ts";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

/** Codes of refusals, as the sources of core and functions write them. */
function codesInSources(): string[] {
  const files = ["core/src", "functions/src"].flatMap((folder) =>
    readdirSync(`${packages}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => readFileSync(`${packages}${folder}/${file}`, "utf8")),
  );
  const thrown = /DomainError\(\s*"[a-z-]+",\s*"([a-z]+\.[a-z-]+)"/g;
  return files.flatMap((source) => [...source.matchAll(thrown)].map((found) => found[1] ?? ""));
}

test("every refusal of core has words", () => {
  const codes = [...new Set(codesInSources())];
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in errors))).toEqual([]);
});
