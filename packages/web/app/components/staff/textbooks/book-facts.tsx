import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { dateTime } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

const languages = ["mn", "en", "ru", "kk"] as const;

/** What an administrator has written down about a textbook, and when. */
export function BookFacts({ book }: { book: TextbookView }) {
  const t = useWords("admin");
  const subjects = useWords("subjects");
  const common = useWords("common");
  const locale = useLocale();
  const language = languages.find((known) => known === book.language);
  const facts: [label: string, value: string][] = [
    [t("subject"), subjects(book.subject)],
    [t("gradeChoice"), common("grade", { n: book.grade })],
    [t("pageCount"), book.pageCount === undefined ? t("none") : String(book.pageCount)],
    [t("year"), String(book.year)],
    [t("edition"), String(book.edition)],
    [t("programme"), t(book.required ? "required" : "notRequired")],
    [t("language"), language ? t(`language-${language}`) : book.language],
    [t("publisher"), book.publisher || t("none")],
    [t("licence"), book.licence || t("none")],
    [t("added"), dateTime(locale, book.createdAtMs)],
    [t("changed"), dateTime(locale, book.updatedAtMs)],
  ];
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-2">
      {facts.map(([label, value]) => (
        <div key={label} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-soft">{label}:</dt>
          <dd className="font-medium wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
