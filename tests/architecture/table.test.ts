import { expect, test } from "vitest";
import { tableDefinition } from "../../packages/core/src/kernel/index.ts";
import { codeFiles, read } from "./source-files.ts";

const entities = codeFiles().filter((path) => path.endsWith(".entity.ts"));

test("entities use only the table's keys, indexes and TTL attribute", () => {
  const { partitionKey, sortKey, indexes, ttlAttribute } = tableDefinition;
  const fields = new Set<string>([partitionKey, sortKey, ...indexes.flatMap((name) => [`${name}pk`, `${name}sk`])]);
  const wrong = entities.flatMap((path) => {
    const source = read(path);
    const usedIndexes = [...source.matchAll(/\bindex: "(\w+)"/g)].map((match) => match[1] ?? "");
    const usedFields = [...source.matchAll(/\bfield: "(\w+)"/g)].map((match) => match[1] ?? "");
    return [
      ...usedIndexes.filter((name) => !(indexes as readonly string[]).includes(name)),
      ...usedFields.filter((name) => !fields.has(name) && name !== ttlAttribute),
    ].map((name) => `${path}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

test("there are entities to look at, and none scans", () => {
  expect(entities.length).toBeGreaterThan(5);
  expect(
    codeFiles().filter((path) => path.startsWith("packages/core/") && /\.scan\b|ScanCommand/.test(read(path))),
  ).toEqual([]);
});
