import { useNavigate, useRevalidator } from "@remix-run/react";
import { useRef, useState } from "react";
import { askInPlace, type InPlace } from "~/chat/in-place.ts";

interface Changed {
  readonly done: string;
  readonly next?: string;
}

/** What was asked for last, where, and what came of it. */
export interface LastChange {
  /** Passage, or `page`. */
  readonly place: string;
  readonly answer: InPlace<Changed>;
}

const signInAgain = () => location.assign(`/staff/sign-in?to=${encodeURIComponent(location.pathname)}`);

/** Sends changes of the page without leaving it, one after the other, and loads what the page is now. */
export function useChanges(address: string) {
  const [last, setLast] = useState<LastChange>();
  const [busy, setBusy] = useState<string>();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const isBusy = useRef(false);

  const send = async (place: string, form: FormData): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(place);
    try {
      const body = new URLSearchParams(
        [...form].map(([name, value]) => [name, typeof value === "string" ? value : ""]),
      );
      const answer = await askInPlace<Changed>(`${address}/change`, { method: "POST", body }, signInAgain);
      setLast({ place, answer });
      const next = "next" in answer ? answer.next : undefined;
      if (next !== undefined) navigate(next);
      // After a refusal too: a conflict shows what stands there now.
      else if (!("failed" in answer)) revalidate();
    } finally {
      isBusy.current = false;
      setBusy(undefined);
    }
  };
  return { send, busy, last };
}
