import type { ChatState } from "@ukhaan/core/tutor/schema";
import { useEffect, useState } from "react";
import type { ShownExchange } from "./thread.ts";

/** How often a page that can't ask looks whether it can. */
const lookAgainMs = 8_000;

/** Whether the pupil may ask. Looked at again when a question was refused, while the chat is closed, and at its end. */
export function useChatState(loaded: ChatState, last: ShownExchange | undefined): ChatState {
  const [known, setKnown] = useState(loaded);
  const [before, setBefore] = useState(loaded);
  if (before !== loaded) {
    setBefore(loaded);
    setKnown(loaded);
  }
  // A refusal says that things have changed, and so may a question that was not answered.
  const refused = last?.phase === "refused" ? last.refusal?.code : undefined;
  const notAnswered = last?.phase === "done" && (last.outcome === "blocked" || last.outcome === "redirected");
  const reason = refused ?? (notAnswered ? last.exchangeId : undefined);
  useEffect(() => {
    if (reason === undefined) return;
    const looking = new AbortController();
    lookAgain(looking.signal, setKnown);
    return () => looking.abort();
  }, [reason]);

  const held = known.access !== "open" || known.standing.kind !== "active";
  const endsAtMs = known.standing.kind === "paused" ? known.standing.untilMs : undefined;
  useEffect(() => {
    if (!held) return;
    const looking = new AbortController();
    const lookIfSeen = () => {
      if (document.visibilityState === "visible") lookAgain(looking.signal, setKnown);
    };
    const everyNow = setInterval(lookIfSeen, lookAgainMs);
    // A pause ends on the second, not with the next look. Timers hold 24 days at most; no pause is that long.
    const atEnd =
      endsAtMs === undefined ? undefined : setTimeout(lookIfSeen, Math.max(500, endsAtMs - Date.now() + 500));
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      looking.abort();
      clearInterval(everyNow);
      clearTimeout(atEnd);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [held, endsAtMs]);
  return known;
}

function lookAgain(signal: AbortSignal, found: (state: ChatState) => void): void {
  fetchState(signal).then(
    (state) => {
      if (state && !signal.aborted) found(state);
    },
    // A page without a network keeps what it knew; the next look comes.
    () => undefined,
  );
}

async function fetchState(signal: AbortSignal): Promise<ChatState | undefined> {
  const response = await fetch("/chat-state", { headers: { accept: "application/json" }, signal });
  const isState = response.ok && !response.redirected && response.headers.get("content-type")?.includes("json");
  return isState ? ((await response.json()) as ChatState) : undefined;
}
