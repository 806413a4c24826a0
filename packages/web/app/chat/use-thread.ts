import { useEffect, useMemo, useSyncExternalStore } from "react";
import { usePupil } from "~/components/use-pupil.ts";
import {
  enterPupil,
  loadThread,
  readDeleted,
  readRecent,
  readThread,
  type RecentConversation,
  subscribe,
} from "./thread-store.ts";
import { type LoadedExchange, loadedExchange, type ShownExchange } from "./thread.ts";

const none: readonly ShownExchange[] = [];
const noRecent: readonly RecentConversation[] = [];

/** The exchanges of a conversation: what the loader brought, then what happens on this page. */
export function useThread(
  conversationId: string | undefined,
  saved: readonly LoadedExchange[] | undefined,
): readonly ShownExchange[] {
  const { studentId } = usePupil().pupil;
  const first = useMemo(() => saved?.map(loadedExchange) ?? none, [saved]);
  useEffect(() => {
    enterPupil(studentId);
    if (conversationId && saved) loadThread(studentId, conversationId, saved);
  }, [studentId, conversationId, saved]);
  return useSyncExternalStore(
    subscribe,
    () => (conversationId && readThread(studentId, conversationId)) || first,
    () => first,
  );
}

/** Conversations that were asked in on this page since the list was loaded, newest first. */
export function useRecentConversations(): readonly RecentConversation[] {
  const { studentId } = usePupil().pupil;
  return useSyncExternalStore(
    subscribe,
    () => readRecent(studentId),
    () => noRecent,
  );
}

/** Conversations that were deleted on this page since the list was loaded. */
export function useDeletedConversations(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, readDeleted, readDeleted);
}
