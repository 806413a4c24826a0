import { Link, useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { resultOf } from "~/chat/in-place.ts";
import { useInPlace } from "~/chat/use-in-place.ts";
import { forgetThread, type RecentConversation, renameRecent } from "~/chat/thread-store.ts";
import { Button, IconButton } from "~/components/button.tsx";
import { Dialog } from "~/components/dialog.tsx";
import { TextField } from "~/components/field.tsx";
import { FailedNotice } from "~/components/failed-notice.tsx";
import { useWords } from "~/i18n/use-words.ts";

interface Props {
  conversation: RecentConversation;
  current: boolean;
  onLeave?: (() => void) | undefined;
}

/** One conversation in the list: opens it; its button asks whether to rename or delete it. */
export function ConversationRow({ conversation, current, onLeave }: Props) {
  const t = useWords("chat");
  const [open, setOpen] = useState(false);
  const { conversationId, title } = conversation;
  return (
    <li className={`group flex items-center rounded-md ${current ? "bg-lake-soft" : "hover:bg-sunken"}`}>
      <Link
        to={`/chat/${conversationId}`}
        onClick={onLeave}
        aria-current={current ? "page" : undefined}
        className="flex min-h-11 min-w-0 flex-1 items-center rounded-md py-1.5 pl-3"
      >
        <span className="truncate">{title}</span>
      </Link>
      <IconButton
        icon="dots"
        label={t("conversationMenu", { title })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="md:pointer-fine:opacity-0 md:pointer-fine:group-hover:opacity-100 md:pointer-fine:focus-visible:opacity-100"
      />
      {open && <EditDialog conversation={conversation} current={current} onClose={() => setOpen(false)} />}
    </li>
  );
}

function EditDialog({
  conversation,
  current,
  onClose,
}: {
  conversation: RecentConversation;
  current: boolean;
  onClose: () => void;
}) {
  const t = useWords("chat");
  const common = useWords("common");
  const navigate = useNavigate();
  const { data, busy, submit } = useInPlace<{ readonly ok: true }>();
  const [asksDelete, setAsksDelete] = useState(false);
  const { conversationId, title, lastAskedAtMs } = conversation;

  const send = async (fields: Record<string, string>, then: () => void) => {
    const answer = await submit("/conversations", { ...fields, conversationId });
    if (resultOf(answer)) then();
  };
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get("title") ?? "").trim();
    if (!next || next === title) return onClose();
    void send({ intent: "rename", title: next }, () => {
      renameRecent(conversationId, next, lastAskedAtMs);
      onClose();
    });
  };
  const remove = () =>
    void send({ intent: "delete" }, () => {
      forgetThread(conversationId);
      onClose();
      if (current) navigate("/chat", { replace: true });
    });

  return (
    <Dialog open onClose={onClose} title={asksDelete ? t("deleteConversation") : t("rename")}>
      <div className="grid gap-4 p-5">
        {/* The form's own button is the retry. */}
        {!busy && <FailedNotice data={data} />}
        {asksDelete ? (
          <>
            <p>
              <span className="font-medium">{t("deleteAsk", { title })}</span> {t("deleteWarning")}
            </p>
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>{common("cancel")}</Button>
              <Button look="danger" icon="trash" busy={busy} onClick={remove}>
                {common("delete")}
              </Button>
            </div>
          </>
        ) : (
          <form onSubmit={rename} className="grid gap-4">
            <TextField
              label={t("renameTitle")}
              name="title"
              defaultValue={title}
              maxLength={100}
              required
              data-autofocus
            />
            <div className="flex flex-wrap gap-2">
              <Button look="danger" icon="trash" onClick={() => setAsksDelete(true)} className="mr-auto">
                {common("delete")}
              </Button>
              <Button onClick={onClose}>{common("cancel")}</Button>
              <Button type="submit" look="main" busy={busy}>
                {common("save")}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  );
}
