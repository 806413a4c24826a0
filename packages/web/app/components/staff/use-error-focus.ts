import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the first field marked wrong, each time a new answer of the server (or of a check) came. */
export function useErrorFocus<Element extends HTMLElement>(answer: unknown): RefObject<Element> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    if (answer !== undefined) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [answer]);
  return ref;
}
