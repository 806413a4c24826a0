import type { Citation } from "@ukhaan/core/textbook/schema";
import { useEffect, useRef } from "react";
import { isOnItsWay, type ShownExchange } from "~/chat/thread.ts";
import { useWords } from "~/i18n/use-words.ts";
import { ExchangeCard } from "./exchange-card.tsx";

interface Props {
  conversationId: string;
  thread: readonly ShownExchange[];
  onOpenPage: (citation: Citation) => void;
  onAgain: (exchange: ShownExchange) => void;
  onRest: (exchange: ShownExchange) => void;
  onAsk: (question: string) => void;
  onMoreDetail: (exchange: ShownExchange) => void;
}

/** Questions and answers, oldest first. A new question moves to the top of the window and its answer grows under it. */
export function Thread({ conversationId, thread, onOpenPage, onAgain, onRest, onAsk, onMoreDetail }: Props) {
  const last = thread.at(-1);
  const lastItem = useRef<HTMLLIElement>(null);
  const shown = useRef<string>();
  const lastId = last?.exchangeId;

  useEffect(() => {
    if (!lastId || shown.current === lastId) return;
    // Smooth only while the pupil is in the conversation; opening one lands there at once.
    const behavior = shown.current === undefined ? "instant" : "smooth";
    shown.current = lastId;
    if (thread.length > 1) lastItem.current?.scrollIntoView({ block: "start", behavior });
  }, [lastId, thread.length]);

  return (
    <ol className="grid flex-1 content-start gap-10 pt-6 pb-4">
      {thread.map((exchange) => {
        const newest = exchange === last;
        return (
          <li
            key={exchange.exchangeId}
            ref={newest ? lastItem : undefined}
            className={`scroll-mt-20 ${newest && thread.length > 1 ? "min-h-[calc(100dvh-16rem)]" : ""}`}
          >
            <ExchangeCard
              conversationId={conversationId}
              exchange={exchange}
              onOpenPage={onOpenPage}
              onAgain={() => onAgain(exchange)}
              onRest={() => onRest(exchange)}
              onMoreDetail={newest && exchange.mode === "answer" ? () => onMoreDetail(exchange) : undefined}
            />
            {newest && !isOnItsWay(exchange) && exchange.outcome !== "supported" && (
              <FollowUps exchange={exchange} onAsk={onAsk} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Ways to go on from an answer; in Mongolian on every page, like the books. */
function FollowUps({ exchange, onAsk }: { exchange: ShownExchange; onAsk: (question: string) => void }) {
  const t = useWords("chat");
  if (exchange.phase !== "done" || exchange.citations.length === 0) return null;
  const ideas = [t("followSimpler"), t("followExample"), t("followCheck")];
  return (
    <fieldset className="mt-2 flex flex-wrap gap-2 sm:pl-11">
      <legend className="sr-only">{t("followUps")}</legend>
      {ideas.map((idea) => (
        <button key={idea} type="button" lang="mn" className="chip text-left" onClick={() => onAsk(idea)}>
          {idea}
        </button>
      ))}
    </fieldset>
  );
}
