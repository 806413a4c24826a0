import type { Subject } from "@ukhaan/core/textbook/schema";
import type { ChangeEvent } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { SelectField, TextField } from "../../field.tsx";
import type { BookProblems } from "./book-form.ts";
import type { BookValues } from "./upload-item.ts";

type Field = keyof BookValues;

interface BookFieldsProps {
  subjects: readonly Subject[];
  values: BookValues;
  /** Absent: the fields keep what is typed to themselves, and a form sends them. */
  onChange?: (values: Partial<BookValues>) => void;
  problems: BookProblems;
  /** Which fields, in this order. */
  fields: readonly Exclude<Field, "replaces">[];
}

const languages = ["mn", "en", "ru", "kk"] as const;

/** What is written down about a textbook, or a part of it. */
export function BookFields({ subjects, values, onChange, problems, fields }: BookFieldsProps) {
  const t = useWords("admin");
  const names = useWords("subjects");
  const common = useWords("common");
  const bind = (name: Field) => ({
    name,
    ...(onChange
      ? {
          value: values[name],
          onChange: (change: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
            onChange({ [name]: change.currentTarget.value }),
        }
      : { defaultValue: values[name] }),
    ...(errorOf(name) && { error: errorOf(name) }),
  });
  const errorOf = (name: Field) => {
    const problem = problems[name as keyof BookProblems];
    return problem && t(problem);
  };
  const optional = (label: string) => `${label} (${t("optional")})`;
  const drawn: Record<Exclude<Field, "replaces">, () => JSX.Element> = {
    title: () => (
      <div className="sm:col-span-2">
        <TextField label={t("bookTitle")} maxLength={200} {...bind("title")} />
      </div>
    ),
    subject: () => (
      <SelectField label={t("subject")} {...bind("subject")}>
        <option value="">{t("choose")}</option>
        {subjects.map((subject) => (
          <option key={subject} value={subject}>
            {names(subject)}
          </option>
        ))}
      </SelectField>
    ),
    grade: () => (
      <SelectField label={t("grade")} {...bind("grade")}>
        <option value="">{t("choose")}</option>
        {Array.from({ length: 12 }, (_, index) => (
          <option key={index + 1} value={index + 1}>
            {common("grade", { n: index + 1 })}
          </option>
        ))}
      </SelectField>
    ),
    year: () => <TextField label={t("year")} inputMode="numeric" maxLength={4} {...bind("year")} />,
    edition: () => <TextField label={t("edition")} inputMode="numeric" maxLength={2} {...bind("edition")} />,
    language: () => (
      <SelectField label={t("language")} {...bind("language")}>
        {languages.map((language) => (
          <option key={language} value={language}>
            {t(`language-${language}`)}
          </option>
        ))}
      </SelectField>
    ),
    required: () => (
      <SelectField label={t("programme")} {...bind("required")}>
        <option value="yes">{t("required")}</option>
        <option value="no">{t("notRequired")}</option>
      </SelectField>
    ),
    publisher: () => <TextField label={optional(t("publisher"))} maxLength={200} {...bind("publisher")} />,
    licence: () => <TextField label={optional(t("licence"))} maxLength={100} {...bind("licence")} />,
  };
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {fields.map((field) => (
        <div key={field} className="contents">
          {drawn[field]()}
        </div>
      ))}
    </div>
  );
}
