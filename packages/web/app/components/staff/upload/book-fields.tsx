import type { Subject } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";
import { SelectField, TextField } from "../../field.tsx";
import type { BookProblems } from "./book-form.ts";

interface BookFieldsProps {
  subjects: readonly Subject[];
  thisYear: number;
  title: string;
  onTitle: (title: string) => void;
  problems: BookProblems;
}

const languages = ["mn", "en", "ru", "kk"] as const;

/** What is written down about a textbook. */
export function BookFields({ subjects, thisYear, title, onTitle, problems }: BookFieldsProps) {
  const t = useWords("admin");
  const names = useWords("subjects");
  const common = useWords("common");
  const errorOf = (field: keyof BookProblems) => {
    const problem = problems[field];
    return problem && t(problem);
  };
  const optional = (label: string) => `${label} (${t("optional")})`;
  return (
    <>
      <TextField
        label={t("bookTitle")}
        name="title"
        maxLength={200}
        value={title}
        onChange={(change) => onTitle(change.currentTarget.value)}
        error={errorOf("title")}
      />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <SelectField label={t("subject")} name="subject" defaultValue="" error={errorOf("subject")}>
          <option value="">{t("choose")}</option>
          {subjects.map((subject) => (
            <option key={subject} value={subject}>
              {names(subject)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t("grade")} name="grade" defaultValue="" error={errorOf("grade")}>
          <option value="">{t("choose")}</option>
          {Array.from({ length: 12 }, (_, index) => (
            <option key={index + 1} value={index + 1}>
              {common("grade", { n: index + 1 })}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("year")}
          name="year"
          inputMode="numeric"
          maxLength={4}
          defaultValue={thisYear}
          error={errorOf("year")}
        />
        <TextField
          label={t("edition")}
          name="edition"
          inputMode="numeric"
          maxLength={2}
          defaultValue={1}
          error={errorOf("edition")}
        />
        <SelectField label={t("language")} name="language" defaultValue="mn">
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`language-${language}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={optional(t("publisher"))} name="publisher" maxLength={200} />
      </div>
      <TextField label={optional(t("licence"))} hint={t("licenceHint")} name="licence" maxLength={100} />
    </>
  );
}
