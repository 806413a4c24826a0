import { expect, test } from "vitest";
import { read } from "./source-files.ts";

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

test("the lock file holds every optional package, else `npm ci` refuses it on a fresh machine", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as LockFile;
  const names = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1) ?? ""));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
});
