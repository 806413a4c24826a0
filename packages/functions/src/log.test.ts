import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "./log.ts";

let lines: string[];
beforeEach(() => {
  lines = [];
  const keep = (line: unknown) => void lines.push(String(line));
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(keep);
  // Powertools writes with its own console, whose streams are the process's.
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((line) => {
      keep(line);
      return true;
    });
  }
});
afterEach(() => vi.restoreAllMocks());

test("words, names, PINs and tokens are left out of a log line, ids and counts stay", () => {
  createLog("test").warn("Something happened.", {
    question: "Би юу хийх вэ",
    pupil: { studentName: "Болд", pin: "4071", studentId: "stu_1" },
    sessionToken: "abc.def",
    inputTokens: 12,
    exchangeId: "exc_1",
    where: "99112233 руу залга",
  });
  const line = lines.join("");
  for (const secret of ["юу хийх", "Болд", "4071", "abc.def", "99112233"]) expect(line).not.toContain(secret);
  for (const kept of ["Something happened.", "stu_1", "exc_1", "12"]) expect(line).toContain(kept);
});

test("an error keeps its stack and loses personal data, its causes too", () => {
  const cause = new TypeError("bold@mail.mn is no number");
  createLog("test").error("It failed.", { error: new Error("call 99112233", { cause }), prompt: "Чи бол" });
  const line = lines.join("");
  for (const secret of ["99112233", "bold@mail.mn", "Чи бол"]) expect(line).not.toContain(secret);
  expect(line).toContain("log.test.ts");
});
