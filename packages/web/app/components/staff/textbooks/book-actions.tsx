import { Form, useNavigation } from "@remix-run/react";
import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button, ButtonLink } from "../../button.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";

interface BookActionsProps {
  book: TextbookView;
  /** A job that is under way can't be begun again. */
  moving: boolean;
  /** Everything that can be done, for the book's own page; a row shows what is urgent. */
  whole?: boolean;
  /** The edition that took its place is gone: it can be brought back. */
  orphan?: boolean;
}

/** Preparing again (what failed, got stuck or lost its successor), correcting, a new edition, and deleting after asking. */
export function BookActions({ book, moving, whole = false, orphan = false }: BookActionsProps) {
  const [deleting, setDeleting] = useState(false);
  const t = useWords("admin");
  const action = `/admin/textbooks/${book.textbookId}`;
  const navigation = useNavigation();
  const busy = navigation.formMethod === "POST" && navigation.formAction === action;
  const canRetry = book.state === "failed" || orphan || (book.state === "ingesting" && !moving);
  const canEdit = book.state !== "ingesting";
  const { title } = book;
  return (
    <div className="flex flex-wrap gap-1">
      {canRetry && (
        <Form method="post" action={action}>
          <input type="hidden" name="intent" value="retry" />
          <Button type="submit" look="bare" icon="retry" busy={busy} aria-label={t("retryOf", { title })}>
            {t("retry")}
          </Button>
        </Form>
      )}
      {whole && canEdit && (
        <ButtonLink to={`${action}/edit`} look="bare" icon="pencil">
          {t("edit")}
        </ButtonLink>
      )}
      {whole && book.state === "ready" && (
        <ButtonLink to={`/admin/textbooks/new?replaces=${book.textbookId}`} look="bare" icon="plus">
          {t("addEdition")}
        </ButtonLink>
      )}
      <Button look="bare" icon="trash" aria-label={t("deleteOf", { title })} onClick={() => setDeleting(true)}>
        {t("delete")}
      </Button>
      <ConfirmDialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={t("delete")}
        question={t("deleteTitle", { title })}
        text={t("deleteText")}
        confirm={t("deleteConfirm")}
        look="danger"
        action={action}
        fields={{ intent: "delete" }}
      />
    </div>
  );
}
