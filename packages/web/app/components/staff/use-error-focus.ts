import { type RefObject, useEffect, useRef } from "react";

/**
 * Moves the focus to the first field marked wrong, each time a new answer of the server (or of a check) came; where none is, a
 * refusal that stands out of sight is brought into view.
 */
export function useErrorFocus<Element extends HTMLElement>(answer: unknown): RefObject<Element> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    if (answer === undefined) return;
    const wrong = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else ref.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: "center" });
  }, [answer]);
  return ref;
}
