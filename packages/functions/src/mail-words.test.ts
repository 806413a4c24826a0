import { expect, test } from "vitest";
import type { MailNotice } from "@ukhaan/core/safety/schema";
import { systemIds } from "@ukhaan/core/kernel";
import { createMailWriter } from "./mail-words.ts";

const notice = (parts: Partial<MailNotice> = {}): MailNotice => {
  const schoolId = systemIds.next("school");
  return {
    kind: "flag-raised",
    severity: "urgent",
    schoolId,
    flagId: systemIds.next("flag"),
    dueAtMs: Date.UTC(2026, 10, 23, 20, 5),
    to: { tenant: schoolId, staffId: systemIds.next("staff") },
    ...parts,
  };
};
const writer = createMailWriter({ webUrl: "https://ukhaan.example/" });

test("a mail says that a flag waits, how urgent, until when in Ulaanbaatar, and where, in two languages", () => {
  const given = notice();
  const { subject, text } = writer.write(given);
  expect(subject).toBe("Ухаан: Яаралтай: хамгаалалын дохио таныг хүлээж байна");
  expect(text).toContain("2026.11.24 04:05");
  expect(text).toContain(`https://ukhaan.example/safeguarding/flags/${given.flagId}\n`);
  expect(text).toContain("A safeguarding flag waits for you (urgent)");
});

test("national staff are led to the flag of its school", () => {
  const given = notice({ kind: "flag-escalated" });
  const { text } = writer.write({ ...given, to: { ...given.to, tenant: "national" } });
  expect(text).toContain(`/${given.flagId}?school=${given.schoolId}`);
});

test.each(["flag-raised", "flag-escalated", "flag-reminder"] as const)("%s has words for every severity", (kind) => {
  for (const severity of ["urgent", "high", "normal"] as const) {
    expect(writer.write(notice({ kind, severity })).subject).toMatch(/^Ухаан: [А-ЯӨҮ]/u);
  }
});
