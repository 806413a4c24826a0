import { useEffect } from "react";

/**
 * Loads the page again when «back» brings it out of the browser's memory as it was: by then its person may have signed
 * out, and somebody else may be holding the phone.
 */
export function useFreshOnReturn(): void {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, []);
}
