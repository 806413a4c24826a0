import { useEffect, useMemo, useSyncExternalStore } from "react";
import { loadThread, readRecent, readThread, type RecentConversation, subscribe } from "./thread-store.ts";
import { type LoadedExchange, loadedExchange, type ShownExchange } from "./thread.ts";

const none: readonly ShownExchange[] = [];
const noRecent: readonly RecentConversation[] = [];

/** The exchanges of a conversation: what the loader brought, then what happens on this page. */
export function useThread(
  conversationId: string | undefined,
  saved: readonly LoadedExchange[] | undefined,
): readonly ShownExchange[] {
  const first = useMemo(() => saved?.map(loadedExchange) ?? none, [saved]);
  useEffect(() => {
    if (conversationId && saved) loadThread(conversationId, saved);
  }, [conversationId, saved]);
  return useSyncExternalStore(
    subscribe,
    () => (conversationId && readThread(conversationId)) || first,
    () => first,
  );
}

/** Conversations that were asked in on this page since the list was loaded, newest first. */
export function useRecentConversations(): readonly RecentConversation[] {
  return useSyncExternalStore(subscribe, readRecent, () => noRecent);
}
