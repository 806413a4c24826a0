import { expect, test } from "vitest";
import { codeFiles, isTest, read } from "./source-files.ts";

/** Tables of data may be long; everything else that grows past its limit wants to be two files. */
const dataTables = [
  /^packages\/web\/app\/i18n\/(mn|en)\//,
  /^packages\/core\/src\/safety\/lexicon/,
  /^scripts\/sample-data\//,
];

function limitOf(path: string): number {
  if (isTest(path)) return 400;
  if (path.startsWith("packages/web/app/routes/")) return 200;
  return 300;
}

test("no file outgrows its limit (300 lines, routes 200, tests 400)", () => {
  const tooLong = codeFiles()
    .filter((path) => !dataTables.some((table) => table.test(path)))
    .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
    .filter(({ path, lines }) => lines > limitOf(path));
  expect(tooLong).toEqual([]);
});
