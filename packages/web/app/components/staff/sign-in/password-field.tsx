import { type InputHTMLAttributes, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { TextField } from "../../field.tsx";

type PasswordFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
} & InputHTMLAttributes<HTMLInputElement>;

/** A password that can be looked at while typing. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const t = useWords("teach");
  return (
    <div>
      <TextField {...props} type={shown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
      <label className="mt-1 inline-flex min-h-11 cursor-pointer items-center gap-2.5 text-sm text-ink-soft">
        <input
          type="checkbox"
          checked={shown}
          onChange={(change) => setShown(change.currentTarget.checked)}
          className="size-5 accent-lake"
        />
        {t("showPassword")}
      </label>
    </div>
  );
}
