import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useParams } from "@remix-run/react";
import { DomainError } from "@ukhaan/core/kernel";
import { ConversationInput, listConversations, listTasks, readChatState, readConversation } from "@ukhaan/core/tutor";
import { actorContext } from "~/.server/context.ts";
import { booksOfGrade } from "~/.server/pupil-books.ts";
import { refusable } from "~/.server/refusable.ts";
import { suggestQuestions } from "~/.server/suggested-questions.ts";
import { beganHere } from "~/chat/thread-store.ts";
import { ChatPage } from "~/components/chat/chat-page.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { shownAnswer } from "~/chat/thread.ts";
import { parseAnswer } from "~/markdown/parse.ts";
import { useLoaded } from "~/components/loaded.ts";

/** The list of conversations, and either one of them or questions to begin with. */
export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const { conversationId } = params;
  const list = listConversations(ctx, {});
  const state = readChatState(ctx);
  if (conversationId === undefined) {
    const books = await booksOfGrade(ctx, ctx.actor.grade);
    const [suggestions, { tasks }] = await Promise.all([suggestQuestions(ctx, books), listTasks(ctx)]);
    return { conversations: await list, chatState: await state, suggestions, tasks };
  }
  // An address that can't be a conversation's is one that does not exist, nothing that somebody filled in.
  const input = ConversationInput.safeParse({ conversationId });
  const [conversations, chatState, conversation] = await Promise.all([
    list,
    state,
    input.success ? readConversation(ctx, input.data).catch(missing) : undefined,
  ]);
  if (!conversation) return data({ conversations, chatState }, { status: 404 });
  // Parsed here, so that the lexer is no part of the page's first load.
  const exchanges = conversation.exchanges.map((one) => ({ ...one, blocks: parseAnswer(shownAnswer(one)) }));
  return { conversations, chatState, conversation: { ...conversation, exchanges } };
});

/** No error page yet: the browser may hold a question of this conversation that never arrived. */
function missing(error: unknown): undefined {
  if (error instanceof DomainError && error.kind === "not-found") return undefined;
  throw error;
}

/** A conversation that began on this page is known here better than on the server while its answer streams. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const { nextParams, formAction, defaultShouldRevalidate } = args;
  const { conversationId } = nextParams;
  if (conversationId !== undefined && beganHere(conversationId) && !formAction) return false;
  return defaultShouldRevalidate;
}

export default function Chat() {
  const { conversationId } = useParams();
  const loaded = useLoaded<typeof loader>();
  const conversation = "conversation" in loaded ? loaded.conversation : undefined;
  return (
    <ChatPage
      conversationId={conversationId}
      conversations={loaded.conversations}
      title={conversation?.title}
      // After asking in a new conversation the loader's data is still that of the empty page.
      saved={conversation?.conversationId === conversationId ? conversation?.exchanges : undefined}
      missing={conversationId !== undefined && !conversation}
      chatState={loaded.chatState}
      suggestions={"suggestions" in loaded ? loaded.suggestions : []}
      tasks={"tasks" in loaded ? loaded.tasks : []}
    />
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: (data && "conversation" in data && data.conversation?.title) || "Ухаан" },
];

export function ErrorBoundary() {
  return <ErrorPage home="/chat" />;
}
