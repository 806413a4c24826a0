import { finishedSentences } from "~/chat/finished-sentences.ts";
import { isOnItsWay, type ShownExchange } from "~/chat/thread.ts";
import { useWords } from "~/i18n/use-words.ts";

/** Reads the newest answer to screen readers, sentence by sentence as each is finished, never token by token. */
export function Announcer({ exchange }: { exchange: ShownExchange | undefined }) {
  const t = useWords("chat");
  const live = exchange !== undefined && !exchange.blocks;
  const busy = live && isOnItsWay(exchange);
  const sentences = live ? finishedSentences(exchange.answer, !busy) : [];
  return (
    <div role="log" aria-live="polite" aria-atomic="false" className="sr-only">
      {busy && sentences.length === 0 && <p>{t("searching")}</p>}
      {sentences.map((sentence, position) => (
        <p key={position}>{sentence}</p>
      ))}
      {live && exchange.phase === "done" && <p>{t("answerReady")}</p>}
    </div>
  );
}
