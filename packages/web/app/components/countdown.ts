import { useCallback, useSyncExternalStore } from "react";

const nowS = () => Math.floor(Date.now() / 1000);

/** Seconds left until a moment, counted down once a second; 0 when it has passed or there is none. */
export function useCountdown(untilMs: number | undefined): number {
  const untilS = untilMs === undefined ? 0 : Math.ceil(untilMs / 1000);
  const subscribe = useCallback(
    (changed: () => void) => {
      if (nowS() >= untilS) return () => undefined;
      const timer = setInterval(() => {
        changed();
        if (nowS() >= untilS) clearInterval(timer);
      }, 500);
      return () => clearInterval(timer);
    },
    [untilS],
  );
  return Math.max(0, untilS - useSyncExternalStore(subscribe, nowS, nowS));
}
