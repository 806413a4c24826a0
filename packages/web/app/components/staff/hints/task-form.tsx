import { Form, useNavigation } from "@remix-run/react";
import { hintLevels } from "@ukhaan/core/tutor/schema";
import { Button } from "~/components/button.tsx";
import { SelectField, TextField } from "~/components/field.tsx";
import { TextAreaField } from "~/components/staff/text-area-field.tsx";
import { useWords } from "~/i18n/use-words.ts";

/** A new task. What was typed stays when something of it is missing. */
export function TaskForm({ missing }: { missing: boolean }) {
  const t = useWords("hints");
  const busy = useNavigation().formData?.get("intent") === "add-task";
  return (
    <Form method="post" noValidate className="sheet grid gap-4 p-5">
      <h3 className="text-lg">{t("addTask")}</h3>
      <input type="hidden" name="intent" value="add-task" />
      <TextField
        label={t("taskTitle")}
        hint={t("taskTitleHint")}
        name="title"
        maxLength={80}
        autoComplete="off"
        error={missing ? t("taskMissing") : undefined}
      />
      <TextAreaField label={t("taskBody")} hint={t("taskBodyHint")} name="text" rows={4} maxLength={400} />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <SelectField label={t("taskLevel")} name="level" defaultValue="hints">
          {hintLevels.map((one) => (
            <option key={one} value={one}>
              {t(`level_${one}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={t("taskDue")} hint={t("taskDueHint")} name="due" type="date" />
      </div>
      <Button type="submit" look="main" busy={busy} className="justify-self-start">
        {t("addTask")}
      </Button>
    </Form>
  );
}
