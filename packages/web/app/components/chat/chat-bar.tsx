import { Link } from "@remix-run/react";
import type { Page } from "@ukhaan/core/kernel";
import type { ConversationView } from "@ukhaan/core/tutor/schema";
import { useState } from "react";
import { IconButton } from "~/components/button.tsx";
import { Wordmark } from "~/components/brand.tsx";
import { Dialog } from "~/components/dialog.tsx";
import { HelpLink } from "~/components/help-link.tsx";
import { Icon } from "~/components/icon.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { ConversationList } from "./conversation-list.tsx";
import { PupilLinks } from "./pupil-links.tsx";

interface Props {
  conversations: Page<ConversationView>;
  current: string | undefined;
}

/** The bar of a phone: conversations, name, a new conversation. Wide windows have the panel instead. */
export function ChatBar({ conversations, current }: Props) {
  const t = useWords("chat");
  const [open, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-10 flex min-h-14 items-center justify-between border-b border-line bg-surface px-1.5 md:hidden">
      <IconButton icon="menu" label={t("openConversations")} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      <Link to="/chat" className="rounded-md p-1">
        <Wordmark />
      </Link>
      <div className="flex items-center">
        <HelpLink />
        <Link to="/chat" title={t("newConversation")} aria-label={t("newConversation")} className="button-icon">
          <Icon name="plus" />
        </Link>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("conversations")} shape="drawer">
        <div className="flex min-h-full flex-col p-3">
          <ConversationList conversations={conversations} current={current} onLeave={() => setOpen(false)} />
          <PupilLinks />
        </div>
      </Dialog>
    </header>
  );
}
