import { useId, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { TextAreaField } from "../text-area-field.tsx";
import { readNames, sameNameKey } from "./read-names.ts";

interface NamesFieldProps {
  /** Full names of the pupils who are in the class. */
  enrolled: readonly string[];
  maxNames: number;
  error?: string | undefined;
}

/** Where a class list is pasted; says under it how many pupils that makes, and what looks odd. */
export function NamesField({ enrolled, maxNames, error }: NamesFieldProps) {
  const [pasted, setPasted] = useState("");
  const previewId = useId();
  const t = useWords("teach");
  const { names, repeated, unreadable } = readNames(pasted);
  const present = new Set(enrolled.map(sameNameKey));
  const twins = names.filter((name) => present.has(sameNameKey(name)));
  const added = names.length - twins.length;
  const remarks = [
    unreadable.length > 0 && t("namesUnreadable", { lines: unreadable.join(", ") }),
    repeated.length > 0 && t("namesRepeated", { names: repeated.join(", ") }),
    twins.length > 0 && t("namesEnrolled", { names: twins.join(", ") }),
    names.length > maxNames && t("namesTooMany", { n: maxNames }),
  ].filter((remark) => remark !== false);

  return (
    <div className="grid gap-3">
      <TextAreaField
        label={t("names")}
        hint={t("addPupilsText")}
        error={error}
        name="names"
        rows={12}
        spellCheck={false}
        autoCapitalize="words"
        placeholder={t("namesExample")}
        aria-describedby={previewId}
        onChange={(change) => setPasted(change.currentTarget.value)}
      />
      <output id={previewId} className="grid gap-1 text-sm">
        <span className={added > 0 ? "font-medium" : "text-ink-soft"}>
          {names.length > 0 ? t("namesCount", { n: added }) : t("namesNone")}
        </span>
        {remarks.map((remark) => (
          <span key={remark} className="rounded-md bg-sun-soft px-3 py-2 text-sun-ink">
            {remark}
          </span>
        ))}
      </output>
    </div>
  );
}
