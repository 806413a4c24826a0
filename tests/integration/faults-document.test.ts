import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const faults = readFileSync(`${root}docs/reliability.md`, "utf8").split("## Faults")[1] ?? "";
const rows = faults
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:fault|-)/u.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("there are faults to look at", () => {
  expect(rows.length).toBeGreaterThan(40);
});

test("every row says what the child sees, within how long, what is recorded, and names a test that exists", () => {
  const wrong = rows.flatMap(([, fault = "", sees = "", within = "", recorded = "", named = ""]) => {
    const [, path = "", title = ""] = /^`([^`]+)`: (.+)$/u.exec(named) ?? [];
    const isWhole = [fault, sees, within, recorded, title].every((cell) => cell !== "");
    const isThere = existsSync(root + path) && readFileSync(root + path, "utf8").includes(title);
    return isWhole && isThere ? [] : [`${fault}: ${named}`];
  });
  expect(wrong).toEqual([]);
});
