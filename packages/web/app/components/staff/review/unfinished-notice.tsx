import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import { formOf } from "./form-of.ts";

/** A change was saved but broke off on its way to the search: one press finishes it. */
export function UnfinishedNotice({ busy, onSend }: { busy: boolean; onSend: (form: FormData) => void }) {
  const t = useWords("review");
  return (
    <div className="mb-5">
      <Notice look="warm" icon="alert">
        <p>{t("unfinished")}</p>
        <Form method="post" onSubmit={(event) => onSend(formOf(event))} className="mt-2">
          <Button type="submit" name="intent" value="finish" icon="retry" busy={busy}>
            {t("finish")}
          </Button>
        </Form>
      </Notice>
    </div>
  );
}
