import { useWords } from "~/i18n/use-words.ts";
import { TextField } from "../../field.tsx";

/** Why, in a few words: whoever holds a child back, or lets go, says so in the records. */
export function ReasonField() {
  const t = useWords("oversight");
  return (
    <TextField
      label={t("reason")}
      hint={t("reasonHint")}
      name="reason"
      required
      minLength={3}
      maxLength={200}
      autoComplete="off"
      data-autofocus
    />
  );
}
