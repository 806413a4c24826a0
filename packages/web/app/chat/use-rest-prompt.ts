import { activityOf, breakAfterMinutes, type ChatState, isNight, slotOf } from "@ukhaan/core/tutor/schema";
import { useEffect, useState } from "react";
import type { ShownExchange } from "./thread.ts";

const everyMs = 30_000;

/** A kind word about rest, when it is time for one. */
export type RestPrompt = { readonly kind: "break"; readonly minutes: number } | { readonly kind: "late" };

/** Says once a stretch of work, and once an evening, that a rest would do good. Nothing is counted or kept. */
export function useRestPrompt(
  { slots }: Pick<ChatState, "slots">,
  thread: readonly ShownExchange[],
): { readonly prompt: RestPrompt | undefined; readonly dismiss: () => void } {
  const [nowMs, setNowMs] = useState<number>();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    // The clock is the device's own: the server's HTML can't know it.
    const tick = () => setNowMs(Date.now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, []);
  if (nowMs === undefined) return { prompt: undefined, dismiss: () => undefined };

  const found = restPrompt(slots, thread, nowMs);
  const dismiss = () => setDismissed((earlier) => new Set([...earlier, found?.kind ?? ""]));
  return { prompt: found && !dismissed.has(found.kind) ? found : undefined, dismiss };
}

/** What to say at this moment, from the day's steps and what was asked on this page since. */
export function restPrompt(
  slots: readonly number[],
  thread: readonly Pick<ShownExchange, "askedAtMs">[],
  nowMs: number,
): RestPrompt | undefined {
  const dayMs = 24 * 3_600_000;
  const today = thread
    .filter(({ askedAtMs }) => nowMs - askedAtMs < dayMs / 2)
    .map(({ askedAtMs }) => slotOf(askedAtMs));
  const { runMinutes } = activityOf([...slots, ...today], nowMs);
  if (runMinutes >= breakAfterMinutes) return { kind: "break", minutes: runMinutes };
  return isNight(nowMs) ? { kind: "late" } : undefined;
}
