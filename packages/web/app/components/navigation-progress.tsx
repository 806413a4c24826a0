import { useNavigation } from "@remix-run/react";

/** A thin line at the top while the next page is on its way; it waits 200 ms, so that quick pages don't flash. */
export function NavigationProgress() {
  const busy = useNavigation().state !== "idle";
  return busy ? <div aria-hidden="true" className="progress-line fixed inset-x-0 top-0 z-50 h-0.5 bg-sun" /> : null;
}
