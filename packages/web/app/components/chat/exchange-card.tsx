import type { Citation } from "@ukhaan/core/textbook/schema";
import type { Notice } from "@ukhaan/core/tutor/schema";
import { isOnItsWay, type ShownExchange } from "~/chat/thread.ts";
import { AnswerBody } from "~/components/answer-body.tsx";
import { Mark } from "~/components/brand.tsx";
import { Button } from "~/components/button.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { useBlocks } from "~/markdown/use-blocks.ts";
import { AnswerActions } from "./answer-actions.tsx";
import { CitationChip } from "./citation-chip.tsx";
import { HelpCard } from "./help-card.tsx";
import { SourcesList } from "./sources-list.tsx";
import { Trouble } from "./trouble.tsx";

interface Props {
  conversationId: string;
  exchange: ShownExchange;
  onOpenPage: (citation: Citation) => void;
  onAgain: () => void;
  /** Shows the rest of an answer that was stopped. */
  onRest: () => void;
  onMoreDetail?: (() => void) | undefined;
}

/** One question and its answer. */
export function ExchangeCard({ conversationId, exchange, onOpenPage, onAgain, onRest, onMoreDetail }: Props) {
  const t = useWords("chat");
  const blocks = useBlocks(exchange.answer, exchange.blocks);
  const { citations, phase } = exchange;
  const busy = isOnItsWay(exchange);
  const question = exchange.mode === "more-detail" ? t("moreDetailAsked") : exchange.question;
  const citation = (number: number) => {
    const found = citations.find((one) => one.number === number);
    return found ? <CitationChip citation={found} onOpen={onOpenPage} /> : `[${number}]`;
  };

  return (
    <article className="grid gap-5">
      <div className="ml-auto max-w-[85%] rounded-xl rounded-br-sm bg-lake-soft px-4 py-2.5">
        <h2 className="sr-only">{t("you")}</h2>
        <p className="text-[1.0625rem] leading-relaxed break-words whitespace-pre-wrap">{question}</p>
      </div>
      <div className="flex gap-3" aria-busy={busy}>
        <Mark className="-mt-0.5 hidden size-8 sm:block" />
        <div className="min-w-0 flex-1">
          <h2 className="sr-only">{t("answerOf")}</h2>
          {exchange.card && <HelpCard card={exchange.card} />}
          {exchange.answer && (
            <div className={`answer ${exchange.card ? "mt-4" : ""} ${phase === "writing" ? "writing" : ""}`}>
              <AnswerBody blocks={blocks} citation={citation} />
            </div>
          )}
          {busy && phase !== "writing" && <StatusLine phase={phase} />}
          <Trouble exchange={exchange} onAgain={onAgain} />
          <Notices notices={exchange.notices} answered={exchange.answer !== ""} stopped={exchange.stopped} />
          {exchange.stopped && phase === "done" && (
            <Button look="bare" icon="expand" className="mt-1 -ml-3 px-3" onClick={onRest}>
              {t("showRest")}
            </Button>
          )}
          {citations.length > 0 && !exchange.card && <SourcesList citations={citations} onOpen={onOpenPage} />}
          {phase === "done" && exchange.answer && (
            <AnswerActions
              conversationId={conversationId}
              exchange={exchange}
              blocks={blocks}
              onMoreDetail={onMoreDetail}
            />
          )}
        </div>
      </div>
    </article>
  );
}

function StatusLine({ phase }: { phase: ShownExchange["phase"] }) {
  const t = useWords("chat");
  const words = {
    sending: t("sending"),
    searching: t("searching"),
    thinking: t("thinking"),
    resuming: t("resuming"),
    writing: t("writing"),
    done: "",
    lost: "",
    refused: "",
  }[phase];
  return (
    <p className="flex items-center gap-2.5 py-1 text-ink-soft">
      <span aria-hidden="true" className="size-2.5 animate-pulse rounded-full bg-sun" />
      {words}
    </p>
  );
}

interface NoticesProps {
  notices: readonly Notice[];
  answered: boolean;
  stopped: boolean;
}

function Notices({ notices, answered, stopped }: NoticesProps) {
  const t = useWords("chat");
  const words: Record<Notice, string> = {
    "passages-only": t("noticePassagesOnly"),
    "not-in-books": t("noticeNotInBooks"),
    "model-resting": t("noticeModelResting"),
    "lower-grade": t("noticeLowerGrade"),
    "private-data-hidden": t("noticePrivateDataHidden"),
    "be-kind": t("noticeBeKind"),
  };
  // «Not in your books» is the answer's own sentence already.
  const told = notices.filter((notice) => !(answered && notice === "not-in-books"));
  const lines = [...told.map((notice) => words[notice]), ...(stopped ? [t("stopped")] : [])];
  return lines.map((line) => (
    <p key={line} className="mt-3 text-sm text-ink-soft">
      {line}
    </p>
  ));
}
