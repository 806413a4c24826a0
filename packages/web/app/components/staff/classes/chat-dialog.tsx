import { Form } from "@remix-run/react";
import { extensions, pauseLengths } from "@ukhaan/core/tutor/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Dialog } from "../../dialog.tsx";
import { SelectField } from "../../field.tsx";
import { ReasonField } from "../access/reason-field.tsx";

interface PupilOfList {
  readonly studentId: string;
  readonly name: string;
}
/** What a teacher is about to do, and for whom. */
export type Asking =
  | { readonly what: "pause" | "lift" | "extend"; readonly pupil: PupilOfList }
  | { readonly what: "extend-class" };

/** Asks for how long and why, names the consequence, and sends it. */
export function ChatDialog({ asking, onClose }: { asking: Asking | undefined; onClose: () => void }) {
  const t = useWords("oversight");
  const common = useWords("common");
  const { title, text, confirm } = useDialogWords(asking);
  const pupil = asking && "pupil" in asking ? asking.pupil : undefined;
  return (
    <Dialog open={asking !== undefined} onClose={onClose} title={confirm}>
      <Form method="post" onSubmit={onClose} className="grid gap-5 p-4">
        <input type="hidden" name="intent" value={asking?.what ?? ""} />
        <input type="hidden" name="studentId" value={pupil?.studentId ?? ""} />
        <input type="hidden" name="name" value={pupil?.name ?? ""} />
        <div className="grid gap-2">
          <p className="text-lg font-medium wrap-anywhere">{title}</p>
          <p className="text-ink-soft">{text}</p>
        </div>
        {asking?.what === "pause" && (
          <SelectField label={t("pauseLength")} name="length" defaultValue="15">
            {pauseLengths.map((length) => (
              <option key={length} value={length}>
                {t(`length-${length}`)}
              </option>
            ))}
          </SelectField>
        )}
        {(asking?.what === "extend" || asking?.what === "extend-class") && (
          <SelectField label={t("extendBy")} name="minutes" defaultValue={extensions[0]}>
            {extensions.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t("minutes", { n: minutes })}
              </option>
            ))}
          </SelectField>
        )}
        <ReasonField />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" look="main">
            {confirm}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function useDialogWords(asking: Asking | undefined) {
  const t = useWords("oversight");
  const name = asking && "pupil" in asking ? asking.pupil.name : "";
  switch (asking?.what) {
    case "pause":
      return { title: t("pauseTitle", { name }), text: t("pauseText"), confirm: t("pause") };
    case "lift":
      return { title: t("liftTitle", { name }), text: t("liftText"), confirm: t("lift") };
    case "extend":
      return { title: t("extendTitle", { name }), text: t("extendText"), confirm: t("extend") };
    default:
      return { title: t("extendClassTitle"), text: t("extendText"), confirm: t("extendClass") };
  }
}
