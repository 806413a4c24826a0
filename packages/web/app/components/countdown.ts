import { useEffect, useState } from "react";

/** Seconds left until a moment, counted down once a second; 0 when it has passed or there is none. */
export function useCountdown(untilMs: number | undefined): number {
  const [leftS, setLeftS] = useState(() => secondsUntil(untilMs));
  useEffect(() => {
    setLeftS(secondsUntil(untilMs));
    if (untilMs === undefined) return;
    const timer = setInterval(() => {
      const left = secondsUntil(untilMs);
      setLeftS(left);
      if (left === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [untilMs]);
  return leftS;
}

function secondsUntil(untilMs: number | undefined): number {
  return untilMs === undefined ? 0 : Math.max(0, Math.ceil((untilMs - Date.now()) / 1000));
}
