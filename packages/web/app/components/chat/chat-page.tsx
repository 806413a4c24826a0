import { useNavigate } from "@remix-run/react";
import type { Page } from "@ukhaan/core/kernel";
import type { Citation, Subject } from "@ukhaan/core/textbook/schema";
import type { ChatState, ConversationView, TaskView } from "@ukhaan/core/tutor/schema";
import { useRef, useState } from "react";
import { makeConversationId, makeExchangeId } from "~/chat/make-id.ts";
import { questionOf } from "~/chat/question.ts";
import { ask, askAgain, stop } from "~/chat/thread-store.ts";
import { isOnItsWay, type LoadedExchange, type ShownExchange } from "~/chat/thread.ts";
import { useChatState } from "~/chat/use-chat-state.ts";
import { useLostAnswers } from "~/chat/use-lost-answers.ts";
import { useRestPrompt } from "~/chat/use-rest-prompt.ts";
import { useThread } from "~/chat/use-thread.ts";
import { usePupil } from "~/components/use-pupil.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { loadParser } from "~/markdown/use-blocks.ts";
import type { SuggestedQuestion } from "~/.server/suggested-questions.ts";
import { CitationViewer } from "../book/citation-viewer.tsx";
import { SkipLink } from "../page-shell.tsx";
import { AccessNotice, RestNotice } from "./access-notice.tsx";
import { Announcer } from "./announcer.tsx";
import { ChatBar } from "./chat-bar.tsx";
import { Composer } from "./composer.tsx";
import { ConversationPanel } from "./conversation-panel.tsx";
import { EmptyState } from "./empty-state.tsx";
import { Thread } from "./thread-view.tsx";

interface Props {
  conversationId: string | undefined;
  conversations: Page<ConversationView>;
  title: string | undefined;
  saved: readonly LoadedExchange[] | undefined;
  /** The server does not know this conversation; this browser may, when its first question was lost on the way. */
  missing: boolean;
  suggestions: readonly SuggestedQuestion[];
  chatState: ChatState;
  tasks: readonly TaskView[];
}

/** Conversations at the side, the thread, and the place to write. */
export function ChatPage({
  conversationId,
  conversations,
  title,
  saved,
  missing,
  suggestions,
  chatState,
  tasks,
}: Props) {
  const t = useWords("chat");
  const locale = useLocale();
  const navigate = useNavigate();
  const { pupil, subjects, maxQuestionLength } = usePupil();
  const thread = useThread(conversationId, saved);
  const [opened, setOpened] = useState<Citation>();
  const input = useRef<HTMLTextAreaElement>(null);
  const asker = { studentId: pupil.studentId, locale };
  const last = thread.at(-1);
  const busy = last !== undefined && isOnItsWay(last);
  const state = useChatState(chatState, last);
  const rest = useRestPrompt(state, thread);
  const helped = last?.card === "crisis" || last?.card === "danger";
  const nothingPending = useLostAnswers(asker, conversationId, thread);

  const send = (question: string, subject?: Subject, mode: "answer" | "more-detail" = "answer") => {
    const id = conversationId ?? makeConversationId();
    // The lexer travels while the server thinks.
    loadParser().catch(() => undefined);
    const begun = { exchangeId: makeExchangeId(), question, mode, followUp: thread.length > 0, subject };
    void ask(asker, questionOf(id, begun));
    if (conversationId === undefined) navigate(`/chat/${id}`, { replace: true, preventScrollReset: true });
  };
  const again = (exchange: ShownExchange, way: "ask" | "resume") => {
    if (conversationId === undefined) return;
    void askAgain(asker, questionOf(conversationId, exchange), way);
  };

  return (
    <div className="md:grid md:grid-cols-[17.5rem_minmax(0,1fr)]">
      <SkipLink />
      <ConversationPanel conversations={conversations} current={conversationId} />
      <div className="flex min-h-dvh min-w-0 flex-col">
        <ChatBar conversations={conversations} current={conversationId} />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 outline-none sm:px-6"
        >
          {thread.length === 0 && missing && <Missing known={nothingPending} />}
          {thread.length === 0 && !missing && (
            <EmptyState
              name={pupil.name}
              grade={pupil.grade}
              suggestions={suggestions}
              tasks={tasks}
              onAsk={(text) => send(text)}
            />
          )}
          {thread.length > 0 && <h1 className="sr-only">{title ?? thread[0]?.question}</h1>}
          {thread.length > 0 && (
            <Thread
              conversationId={conversationId ?? ""}
              thread={thread}
              onOpenPage={setOpened}
              onAgain={(exchange) => again(exchange, "ask")}
              onRest={(exchange) => again(exchange, "resume")}
              onAsk={(text) => send(text)}
              onMoreDetail={(exchange) => send(exchange.question, exchange.subject, "more-detail")}
            />
          )}
          <Announcer exchange={last} />
          <div className="sticky bottom-0 -mx-4 bg-linear-to-t from-felt from-80% to-transparent px-4 pt-6 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6">
            {/* Nothing stands before help, and nothing is added to it. */}
            {!helped && <RestNotice prompt={rest.prompt} onUnderstood={rest.dismiss} />}
            {!helped && <AccessNotice state={state} brief={thread.length > 0} />}
            <Composer
              studentId={pupil.studentId}
              maxLength={maxQuestionLength}
              subjects={subjects}
              busy={busy}
              onSend={send}
              onStop={() => last && conversationId && stop(conversationId, last.exchangeId)}
              inputRef={input}
            />
            <p className="pt-1.5 text-center text-xs text-ink-soft">
              {t("mistakes")} {t("flaggedChats")}
            </p>
          </div>
        </main>
      </div>
      {opened && (
        // No lazy part: its script could fail to come, and with it the page of the book would take the chat away.
        <CitationViewer citation={opened} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
}

function Missing({ known }: { known: boolean }) {
  const t = useWords("common");
  return (
    <div className="my-auto grid justify-items-start gap-3">
      <h1 className="text-2xl">{known ? t("notFoundTitle") : t("loading")}</h1>
      {known && <p className="text-ink-soft">{t("notFoundText")}</p>}
    </div>
  );
}
