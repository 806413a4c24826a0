import { useCallback, useEffect, useRef, useState } from "react";
import { askInPlace, type InPlace } from "./in-place.ts";

/**
 * Loads from and submits to a resource route within the page; failures are answers too. A later request replaces an
 * earlier one; a submission that was sent still counts.
 */
export function useInPlace<Data extends object>() {
  const [data, setData] = useState<InPlace<Data>>();
  const [busy, setBusy] = useState(false);
  const current = useRef<AbortController>();

  const ask = useCallback(async (path: string, init: RequestInit): Promise<InPlace<Data> | undefined> => {
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setBusy(true);
    try {
      // What was submitted is not taken back: only its answer is of no interest any more.
      const answer = await askInPlace<Data>(path, init.method ? init : { ...init, signal: own.signal });
      if (own.signal.aborted) return undefined;
      setData(answer);
      setBusy(false);
      return answer;
    } catch (problem) {
      if (own.signal.aborted) return undefined;
      throw problem;
    }
  }, []);
  const load = useCallback((path: string) => void ask(path, {}), [ask]);
  const submit = useCallback(
    (path: string, fields: Readonly<Record<string, string>>) =>
      ask(path, { method: "POST", body: new URLSearchParams(fields), keepalive: true }),
    [ask],
  );
  useEffect(() => () => current.current?.abort(), []);
  return { data, busy, load, submit };
}
