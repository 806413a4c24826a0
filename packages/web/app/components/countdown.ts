import { useCallback, useSyncExternalStore } from "react";

const nowS = () => Math.floor(Date.now() / 1000);

/** Seconds left until a moment, counted down once a second; 0 when it has passed or there is none. */
export function useCountdown(untilMs: number | undefined): number {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (untilMs === undefined) return () => undefined;
      const timer = setInterval(() => {
        changed();
        if (Date.now() > untilMs) clearInterval(timer);
      }, 1000);
      return () => clearInterval(timer);
    },
    [untilMs],
  );
  const now = useSyncExternalStore(subscribe, nowS, nowS);
  return untilMs === undefined ? 0 : Math.max(0, Math.ceil(untilMs / 1000) - now);
}
