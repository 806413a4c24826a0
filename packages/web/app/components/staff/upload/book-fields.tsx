import type { Subject } from "@ukhaan/core/textbook/schema";
import type { ChangeEvent } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { SelectField, TextField } from "../../field.tsx";
import type { BookProblems } from "./book-form.ts";
import type { BookValues } from "./upload-item.ts";

type Field = keyof BookValues;

type Drawn = Exclude<Field, "replaces">;

interface BookFieldsProps {
  subjects: readonly Subject[];
  values: BookValues;
  /** Absent: the fields keep what is typed to themselves, and a form sends them. */
  onChange?: (values: Partial<BookValues>) => void;
  problems: BookProblems;
  /** Which fields, in this order. */
  fields: readonly Drawn[];
}

const languages = ["mn", "en", "ru", "kk"] as const;

/** What is written down about a textbook, or a part of it. */
export function BookFields({ fields, ...rest }: BookFieldsProps) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {fields.map((field) => (
        <div key={field} className={field === "title" ? "sm:col-span-2" : ""}>
          <BookField name={field} {...rest} />
        </div>
      ))}
    </div>
  );
}

function BookField({ name, subjects, values, onChange, problems }: Omit<BookFieldsProps, "fields"> & { name: Drawn }) {
  const t = useWords("admin");
  const names = useWords("subjects");
  const common = useWords("common");
  const problem = problems[name as keyof BookProblems];
  const field = {
    name,
    error: problem && t(problem),
    ...(onChange
      ? {
          value: values[name],
          onChange: (change: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
            onChange({ [name]: change.currentTarget.value }),
        }
      : { defaultValue: values[name] }),
  };
  switch (name) {
    case "title":
      return <TextField label={t("bookTitle")} maxLength={200} {...field} />;
    case "subject":
      return (
        <SelectField label={t("subject")} {...field}>
          <option value="">{t("choose")}</option>
          {subjects.map((subject) => (
            <option key={subject} value={subject}>
              {names(subject)}
            </option>
          ))}
        </SelectField>
      );
    case "grade":
      return (
        <SelectField label={t("grade")} {...field}>
          <option value="">{t("choose")}</option>
          {Array.from({ length: 12 }, (_, index) => (
            <option key={index + 1} value={index + 1}>
              {common("grade", { n: index + 1 })}
            </option>
          ))}
        </SelectField>
      );
    case "year":
      return <TextField label={t("year")} inputMode="numeric" maxLength={4} {...field} />;
    case "edition":
      return <TextField label={t("edition")} inputMode="numeric" maxLength={2} {...field} />;
    case "language":
      return (
        <SelectField label={t("language")} {...field}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`language-${language}`)}
            </option>
          ))}
        </SelectField>
      );
    case "required":
      return (
        <SelectField label={t("programme")} {...field}>
          <option value="yes">{t("required")}</option>
          <option value="no">{t("notRequired")}</option>
        </SelectField>
      );
    case "publisher":
    case "licence":
      return (
        <TextField label={`${t(name)} (${t("optional")})`} maxLength={name === "licence" ? 100 : 200} {...field} />
      );
  }
}
