import type { Page } from "@ukhaan/core/kernel";
import type { ConversationView } from "@ukhaan/core/tutor/schema";
import { useEffect, useState } from "react";
import { resultOf } from "~/chat/in-place.ts";
import type { RecentConversation } from "~/chat/thread-store.ts";
import { useInPlace } from "~/chat/use-in-place.ts";
import { useDeletedConversations, useRecentConversations } from "~/chat/use-thread.ts";
import { Button, ButtonLink } from "~/components/button.tsx";
import { dayGroup } from "~/i18n/format.ts";
import { useWords } from "~/i18n/use-words.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { FailedNotice } from "~/components/failed-notice.tsx";

interface Props {
  conversations: Page<ConversationView>;
  current: string | undefined;
  /** A link was followed: the drawer may close. */
  onLeave?: () => void;
}

const searchPauseMs = 250;

/** Conversations by day, newest first, with search; those asked in on this page come before the loaded ones. */
export function ConversationList({ conversations, current, onLeave }: Props) {
  const t = useWords("chat");
  const recent = useRecentConversations();
  const [search, setSearch] = useState("");
  const wanted = search.trim();
  const { found, more, loading, failed, loadMore } = usePages(conversations, wanted);
  const deleted = useDeletedConversations();
  const items = (wanted ? found.map(renamedBy(recent)) : withRecent(found, recent)).filter(
    ({ conversationId }) => !deleted.has(conversationId),
  );

  return (
    <>
      <ButtonLink to="/chat" icon="plus" onClick={onLeave} className="mb-3 w-full">
        {t("newConversation")}
      </ButtonLink>
      <input
        type="search"
        aria-label={t("searchConversations")}
        placeholder={t("searchConversations")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="field mb-2 min-h-11 py-2"
      />
      {failed && <FailedNotice data={failed} onRetry={loadMore} />}
      {items.length === 0 && !loading && !failed && (
        <p className="px-3 py-2 text-ink-soft">{wanted ? t("nothingFound") : t("noConversations")}</p>
      )}
      {grouped(items).map(({ group, members }) => (
        <section key={group} className="mb-3">
          <h2 className="px-3 py-1.5 text-sm font-medium tracking-normal text-ink-soft">{t(group)}</h2>
          <ul>
            {members.map((item) => (
              <ConversationRow
                key={item.conversationId}
                conversation={item}
                current={item.conversationId === current}
                onLeave={onLeave}
              />
            ))}
          </ul>
        </section>
      ))}
      {more && !failed && (
        <Button look="bare" busy={loading} onClick={loadMore} className="mb-3">
          {t("moreConversations")}
        </Button>
      )}
    </>
  );
}

/** Pages of the list: the one the page came with, then what search and «earlier» bring. */
function usePages(first: Page<ConversationView>, wanted: string) {
  const { load, data, busy } = useInPlace<Page<ConversationView>>();
  const [pages, setPages] = useState<{ wanted: string; items: readonly RecentConversation[]; cursor?: string }>();
  const shown = pages?.wanted === wanted ? pages : undefined;

  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => load(searchFor(wanted)), searchPauseMs);
    return () => clearTimeout(timer);
  }, [wanted, load]);
  useEffect(() => {
    const page = resultOf(data);
    if (!page) return;
    setPages((before) => {
      const kept = before?.wanted === wanted && before.cursor ? before.items : [];
      return { wanted, items: [...kept, ...page.items], ...(page.cursor && { cursor: page.cursor }) };
    });
    // Data belongs to the words that were wanted when it was asked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [data]);

  const base = wanted ? [] : first.items;
  const cursor = shown ? shown.cursor : wanted ? undefined : first.cursor;
  return {
    found: unique([...base, ...(shown?.items ?? [])]),
    more: cursor !== undefined,
    loading: busy,
    failed: data && !busy && !resultOf(data) ? data : undefined,
    // Where a next page is known it is what comes, also after a failure; else the search itself.
    loadMore: () => load(searchFor(wanted, cursor)),
  };
}

const searchFor = (search: string, cursor = "") => `/conversations?${new URLSearchParams({ search, cursor })}`;

const unique = (items: readonly RecentConversation[]) => [
  ...new Map(items.map((item) => [item.conversationId, item])).values(),
];

/** The title that the page knows better than the list, which was loaded before. */
const renamedBy = (recent: readonly RecentConversation[]) => (item: RecentConversation) => ({
  ...item,
  title: recent.find(({ conversationId }) => conversationId === item.conversationId)?.title ?? item.title,
});

function withRecent(items: readonly RecentConversation[], recent: readonly RecentConversation[]) {
  const known = new Set(recent.map(({ conversationId }) => conversationId));
  const all = [...recent, ...items.filter(({ conversationId }) => !known.has(conversationId))];
  return all.toSorted((one, other) => other.lastAskedAtMs - one.lastAskedAtMs);
}

function grouped(items: readonly RecentConversation[]) {
  const nowMs = Date.now();
  const groups = ["today", "yesterday", "week", "earlier"] as const;
  return groups
    .map((group) => ({ group, members: items.filter((item) => dayGroup(item.lastAskedAtMs, nowMs) === group) }))
    .filter(({ members }) => members.length > 0);
}
