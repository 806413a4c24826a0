import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { projectFiles, read, root } from "./source-files.ts";

const documents = projectFiles().filter((path) => path.endsWith(".md") && !path.startsWith(".github/"));
const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts);

test("every command that a document names exists", () => {
  const unknown = documents.flatMap((path) =>
    [...read(path).matchAll(/`npm (?:run )?([a-z:-]+)/g)]
      .map((match) => match[1] ?? "")
      .filter((word) => !scripts.includes(word) && !["ci", "install"].includes(word))
      .map((word) => `${path}: npm run ${word}`),
  );
  expect(unknown).toEqual([]);
});

test("every path that a document names exists", () => {
  const missing = documents.flatMap((path) =>
    [...read(path).matchAll(/`((?:packages|scripts|tests|docs|infra|stacks)\/[\w./-]+)`/g)]
      .map((match) => match[1] ?? "")
      .filter((named) => !existsSync(root + named))
      .map((named) => `${path}: ${named}`),
  );
  expect(missing).toEqual([]);
});

test("no file names a registry, a path of somebody's machine, or a secret", () => {
  const forbidden = /registry\.npmjs|\/work\/(main|shared)|\/home\/\w+\/|sk-or-v1-[a-z0-9]{8}|AKIA[A-Z0-9]{16}/;
  const offending = projectFiles()
    .filter((path) => /\.(ts|tsx|mjs|cjs|md|json|yml|css|html)$/.test(path) && !path.startsWith("tests/architecture/"))
    .filter((path) => forbidden.test(read(path)));
  expect(offending).toEqual([]);
});
