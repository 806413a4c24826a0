import { Link } from "@remix-run/react";
import type { Page } from "@ukhaan/core/kernel";
import type { ConversationView } from "@ukhaan/core/tutor/schema";
import { Wordmark } from "~/components/brand.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { ConversationList } from "./conversation-list.tsx";
import { PupilLinks } from "./pupil-links.tsx";

interface Props {
  conversations: Page<ConversationView>;
  current: string | undefined;
}

/** The side panel of wide windows; a phone has the drawer of the bar. */
export function ConversationPanel({ conversations, current }: Props) {
  const t = useWords("chat");
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface md:flex">
      <Link to="/chat" className="px-5 pt-5 pb-3">
        <Wordmark />
      </Link>
      <nav aria-label={t("conversations")} className="flex min-h-0 flex-1 flex-col overflow-y-auto px-3">
        <ConversationList conversations={conversations} current={current} />
      </nav>
      <div className="px-3 pb-3">
        <PupilLinks />
      </div>
    </aside>
  );
}
