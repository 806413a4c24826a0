import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { codeFiles, isTest, read, root } from "./source-files.ts";

const slices = /^packages\/core\/src\/(account|flag|health|school|textbook|safety|learning|tutor)\/[^/]+\.ts$/;

/** An operation is an exported function that takes `ctx` first, in a file named like it. */
function operationsOf(path: string): readonly string[] {
  return [...read(path).matchAll(/^export (?:async )?function\*? ?(\w+)(?:<[^>]*>)?\(\s*ctx\b/gm)].map(
    (match) => match[1] ?? "",
  );
}

const camelCase = (fileName: string): string => fileName.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const operationFiles = codeFiles().filter(
  (path) => slices.test(path) && !isTest(path) && operationsOf(path).length > 0,
);

test("there are operations to look at", () => {
  expect(operationFiles.length).toBeGreaterThan(20);
});

test("every operation stands in a file of its name", () => {
  const strays = operationFiles.filter((path) => {
    const fileName = path.split("/").at(-1)?.replace(/\.ts$/, "") ?? "";
    return !operationsOf(path).includes(camelCase(fileName));
  });
  expect(strays).toEqual([]);
});

test("every operation has a test beside it", () => {
  expect(operationFiles.filter((path) => !existsSync(root + path.replace(/\.ts$/, ".test.ts")))).toEqual([]);
});

test("core has no default export, no enum, no namespace and no `export *`", () => {
  const offending = codeFiles()
    .filter((path) => path.startsWith("packages/core/"))
    .filter((path) => /^export default |^export \*|^(export )?(const )?enum |^(export )?namespace /m.test(read(path)));
  expect(offending).toEqual([]);
});
