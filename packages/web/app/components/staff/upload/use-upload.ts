import { useBeforeUnload } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { type SendOutcome, sendFile, type UploadTarget } from "./send-file.ts";

export type UploadState =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly sentBytes: number }
  | { readonly kind: SendOutcome };

/** Sends one file to the store: progress, stopping, and sending again after a lost connection (at once when it is back). */
export function useUpload() {
  const [state, setState] = useState<UploadState>({ kind: "idle" });
  const running = useRef<AbortController>();
  const job = useRef<{ file: File; target: UploadTarget }>();

  const send = useCallback(async (file: File, target: UploadTarget) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    job.current = { file, target };
    setState({ kind: "sending", sentBytes: 0 });
    const outcome = await sendFile(file, target, {
      signal: controller.signal,
      onProgress: (sentBytes) => setState({ kind: "sending", sentBytes }),
    });
    // A newer sending, or none on a page that was left, has the say.
    if (running.current === controller) setState({ kind: outcome });
  }, []);

  const sendAgain = useCallback(() => {
    if (job.current) void send(job.current.file, job.current.target);
  }, [send]);

  const stop = useCallback(() => running.current?.abort(), []);
  const reset = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState({ kind: "idle" });
  }, []);

  useEffect(() => {
    if (state.kind !== "lost") return;
    window.addEventListener("online", sendAgain);
    return () => window.removeEventListener("online", sendAgain);
  }, [state.kind, sendAgain]);

  useEffect(() => reset, [reset]);

  useBeforeUnload(
    useCallback(
      (leaving) => {
        if (state.kind === "sending") leaving.preventDefault();
      },
      [state.kind],
    ),
  );

  return { state, send, sendAgain, stop, reset };
}
