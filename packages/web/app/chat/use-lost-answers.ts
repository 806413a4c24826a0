import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { readPending } from "./pending-question.ts";
import { type Asker, questionOf } from "./question.ts";
import { askAgain, isListening } from "./thread-store.ts";
import type { ShownExchange } from "./thread.ts";

/** Answers that were fetched again by themselves already: a second failure is left to the pupil and the network. */
const triedAgain = new Set<string>();
/** A question that was left pending leads back to its conversation once, when its pupil returns. */
const returned = new Set<string>();

/**
 * Brings back answers that were cut off: when a conversation is opened whose last answer is still being made, when a
 * question that this browser sent was never settled, and when the network returns. True once it is known that this
 * browser holds no question of the conversation.
 */
export function useLostAnswers(
  { studentId, locale }: Asker,
  conversationId: string | undefined,
  thread: readonly ShownExchange[],
): boolean {
  const navigate = useNavigate();
  const [nothingPending, setNothingPending] = useState(false);
  const lost = thread.find(({ phase }) => phase === "lost");
  const lostId = lost?.exchangeId;

  useEffect(() => {
    const asker = { studentId, locale };
    const pending = readPending(studentId)?.input;
    if (!conversationId) {
      if (pending && !returned.has(studentId) && !isListening(pending.exchangeId))
        navigate(`/chat/${pending.conversationId}`);
      returned.add(studentId);
      return;
    }
    returned.add(studentId);
    const mine = pending?.conversationId === conversationId ? pending : undefined;
    setNothingPending(!mine);
    const resume = () => {
      // A question of this browser may never have reached the server: asking with the same ids covers both cases.
      if (mine) void askAgain(asker, mine, "ask");
      else if (lost) void askAgain(asker, questionOf(conversationId, lost), "resume");
    };
    const id = mine?.exchangeId ?? lostId;
    if (id && navigator.onLine && !triedAgain.has(id)) {
      triedAgain.add(id);
      resume();
    }
    addEventListener("online", resume);
    return () => removeEventListener("online", resume);
    // `lost` changes with every event of its stream; its id says when there is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [conversationId, lostId, studentId, locale, navigate]);
  return nothingPending;
}
