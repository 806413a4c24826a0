import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  /** One or two words; the question stands under it in full. */
  title: string;
  question: string;
  /** What follows from it. */
  text: string;
  confirm: string;
  /** `danger`: something is lost for good. */
  look?: "main" | "danger";
  /** Where the form is sent; this page's own action where it is left out. */
  action?: string;
  /** Hidden fields of the form. */
  fields: Readonly<Record<string, string>>;
}

/** Asks before something that can't be undone, names its consequence, and sends the form. */
export function ConfirmDialog({ look = "main", fields, ...props }: ConfirmDialogProps) {
  const t = useWords("common");
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <Form
        method="post"
        {...(props.action && { action: props.action })}
        // The form is read before it goes; its answer is shown by the page.
        onSubmit={props.onClose}
        className="grid gap-5 p-4"
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="grid gap-2">
          <p className="text-lg font-medium wrap-anywhere">{props.question}</p>
          <p className="text-ink-soft">{props.text}</p>
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button type="submit" look={look}>
            {props.confirm}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
