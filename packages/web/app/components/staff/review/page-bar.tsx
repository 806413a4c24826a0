import { Form } from "@remix-run/react";
import type { ReviewPageView } from "@ukhaan/core/textbook";
import { useWords } from "~/i18n/use-words.ts";
import { Button, ButtonLink } from "../../button.tsx";
import { Icon } from "../../icon.tsx";
import { formOf } from "./form-of.ts";

interface Props {
  page: ReviewPageView;
  skipTo: string;
  busy: boolean;
  /** Another change is under way: the page is approved as that leaves it. */
  isHeld: boolean;
  /** Unsaved text: a page is approved as it is saved. */
  isDirty: boolean;
  onSend: (form: FormData) => void;
}

/** Approving the page and going on, at hand wherever the page is scrolled to. */
export function PageBar({ page, skipTo, busy, isHeld, isDirty, onSend }: Props) {
  const t = useWords("review");
  const isApproved = page.state === "approved";
  return (
    <div className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-surface px-4 py-2 lg:mx-0 lg:py-3 lg:rounded-lg lg:border">
      <Form method="post" onSubmit={(event) => onSend(formOf(event))} className="grid gap-2">
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="cursor" value={page.cursor} />
        {isApproved && (
          <p className="flex items-center gap-2 text-good">
            <Icon name="check" />
            {t("approved")}
          </p>
        )}
        {isDirty && <p className="text-sm text-ink-soft">{t("unsavedFirst")}</p>}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            name="intent"
            value={isApproved ? "reopen" : "approve"}
            look={isApproved ? "quiet" : "main"}
            icon={isApproved ? "retry" : "check"}
            busy={busy}
            disabled={isDirty || isHeld}
          >
            {t(isApproved ? "reopen" : "approve")}
          </Button>
          <ButtonLink to={skipTo} look="bare" icon="right">
            {t("skip")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
