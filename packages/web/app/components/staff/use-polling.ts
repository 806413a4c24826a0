import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 1_500;

/** Loads the page's data again every second and a half while something is under way and somebody can see it. */
export function usePolling(active: boolean): void {
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    if (!active) return;
    // One at a time: the next look begins when the last one has come.
    if (state !== "idle") return;
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate();
    }, everyMs);
    const onShow = () => {
      if (!document.hidden) revalidate();
    };
    document.addEventListener("visibilitychange", onShow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onShow);
    };
  }, [active, state, revalidate]);
}
