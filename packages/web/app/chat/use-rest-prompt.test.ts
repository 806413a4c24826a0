import { slotOf } from "@ukhaan/core/tutor/schema";
import { expect, test } from "vitest";
import { restPrompt } from "./use-rest-prompt.ts";

const at = (time: string) => Date.parse(`2026-11-21T${time}:00+08:00`);
const steps = (...times: string[]) => times.map((time) => slotOf(at(time)));
const asked = (...times: string[]) => times.map((time) => ({ askedAtMs: at(time) }));

test.each([
  ["after a short while: nothing", steps("10:00", "10:10"), asked("10:15"), "10:16", undefined],
  ["after half an hour without a break", steps("10:00", "10:10"), asked("10:20"), "10:26", "break"],
  ["a break that was taken counts", steps("09:00", "09:10", "09:20"), asked("10:00"), "10:01", undefined],
  ["late in the evening", [], asked("22:01"), "22:02", "late"],
  ["early in the morning", [], [], "05:00", "late"],
  ["a conversation of yesterday is not today's work", [], asked("10:00"), "23:00", "late"],
])("%s", (_, slots, thread, now, kind) => {
  expect(restPrompt(slots, thread, at(now))?.kind).toBe(kind);
});
