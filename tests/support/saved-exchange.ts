import { systemIds } from "../../packages/core/src/kernel/index.ts";
import type { SavedExchange } from "../../packages/core/src/tutor/ports.ts";

/** An exchange of a pupil of its own, asked now, unless parts are given. */
export function savedExchange(parts: Partial<SavedExchange> = {}): SavedExchange {
  return {
    schoolId: systemIds.next("school"),
    studentId: systemIds.next("student"),
    conversationId: systemIds.next("conversation"),
    exchangeId: systemIds.next("exchange"),
    askedAtMs: Date.now(),
    question: "Эс гэж юу вэ?",
    mode: "answer",
    locale: "mn",
    leaseId: systemIds.next("event"),
    leaseUntilMs: Date.now() + 10_000,
    ...parts,
  };
}
