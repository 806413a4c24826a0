import { Form, Link, useSearchParams, useSubmit } from "@remix-run/react";
import type { CatalogueSummary } from "@ukhaan/core/textbook";
import { type ReactNode, useRef } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { SelectField, TextField } from "../../field.tsx";
import { Icon } from "../../icon.tsx";
import { type FilterName, readFilters } from "./catalogue-filters.ts";

const typingPauseMs = 350;

/** Search box and filters of the catalogue. Changes apply at once; without scripts the button sends them. */
export function CatalogueFilterForm({ summary }: { summary: CatalogueSummary }) {
  const [search] = useSearchParams();
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const t = useWords("admin");
  const names = useWords("subjects");
  const common = useWords("common");
  const chosen = readFilters(search);
  const { search: words, ...narrowing } = chosen;
  const count = Object.keys(narrowing).length;

  const choice = (name: FilterName, label: string, options: ReactNode) => (
    // The key draws it anew where the address changed otherwise, say by the way back.
    <SelectField key={`${name} ${chosen[name] ?? ""}`} label={label} name={name} defaultValue={chosen[name] ?? ""}>
      <option value="">{t("all")}</option>
      {options}
    </SelectField>
  );
  const plain = (values: readonly (string | number)[]) =>
    values.map((value) => (
      <option key={value} value={value}>
        {value}
      </option>
    ));

  return (
    <search>
      <Form
        className="sheet mb-6 grid gap-3 p-4"
        onChange={({ currentTarget, target }) => {
          clearTimeout(timer.current);
          const isTyping = (target as Element).tagName === "INPUT";
          timer.current = setTimeout(() => submit(currentTarget, { replace: isTyping }), isTyping ? typingPauseMs : 0);
        }}
      >
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-[1_1_14rem]">
            <TextField label={t("searchBooks")} name="search" type="search" defaultValue={words} maxLength={200} />
          </div>
          <noscript>
            <Button type="submit">{t("searchButton")}</Button>
          </noscript>
        </div>
        <details open={count > 0} className="group">
          <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-md px-2 text-lake-deep">
            <Icon name="down" className="size-4 group-open:rotate-180" />
            {count > 0 ? t("filtersChosen", { n: count }) : t("filters")}
          </summary>
          <div className="mt-2 grid grid-cols-2 items-end gap-3 sm:grid-cols-4">
            {choice(
              "grade",
              t("gradeChoice"),
              Array.from({ length: 12 }, (_, at) => (
                <option key={at} value={at + 1}>
                  {common("grade", { n: at + 1 })}
                </option>
              )),
            )}
            {choice(
              "subject",
              t("subject"),
              summary.subjects.map((subject) => (
                <option key={subject} value={subject}>
                  {names(subject)}
                </option>
              )),
            )}
            {choice(
              "state",
              t("stateChoice"),
              (["awaiting-upload", "ingesting", "ready", "failed", "replaced"] as const).map((state) => (
                <option key={state} value={state}>
                  {t(`state-${state}`)} ({summary.byState[state] ?? 0})
                </option>
              )),
            )}
            {choice(
              "required",
              t("programme"),
              <>
                <option value="yes">{t("required")}</option>
                <option value="no">{t("notRequired")}</option>
              </>,
            )}
            {choice("year", t("year"), plain(summary.years))}
            {choice("edition", t("edition"), plain(summary.editions))}
            {choice(
              "language",
              t("language"),
              (["mn", "en", "ru", "kk"] as const).map((language) => (
                <option key={language} value={language}>
                  {t(`language-${language}`)}
                </option>
              )),
            )}
            {choice("licence", t("licence"), plain(summary.licences))}
          </div>
          {count > 0 && (
            <Link
              to={words ? `/admin/textbooks?${new URLSearchParams({ search: words })}` : "/admin/textbooks"}
              className="mt-3 inline-flex min-h-11 items-center rounded-md px-2 text-lake-deep underline"
            >
              {t("filtersOff")}
            </Link>
          )}
        </details>
      </Form>
    </search>
  );
}
