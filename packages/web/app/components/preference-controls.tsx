import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { loader as rootLoader } from "~/root.tsx";
import { useWords } from "~/i18n/use-words.ts";

const useHere = () => {
  const { pathname, search } = useLocation();
  return pathname + search;
};

/** One press to the other language; its label is written in that language. */
export function LanguageSwitch() {
  const locale = useRouteLoaderData<typeof rootLoader>("root")?.locale ?? "mn";
  const here = useHere();
  return (
    <Form method="post" action="/preferences">
      <input type="hidden" name="to" value={here} />
      <button
        type="submit"
        name="locale"
        value={locale === "mn" ? "en" : "mn"}
        lang={locale === "mn" ? "en" : "mn"}
        className="button button-bare px-3"
      >
        {locale === "mn" ? "English" : "Монгол"}
      </button>
    </Form>
  );
}

/** Both languages, each written in itself; one pressed. */
export function LanguageChoice() {
  const locale = useRouteLoaderData<typeof rootLoader>("root")?.locale ?? "mn";
  const here = useHere();
  const t = useWords("common");
  return (
    <Form method="post" action="/preferences" className="flex flex-wrap gap-2" aria-label={t("language")}>
      <input type="hidden" name="to" value={here} />
      {(["mn", "en"] as const).map((one) => (
        <button
          key={one}
          type="submit"
          name="locale"
          value={one}
          lang={one}
          aria-pressed={locale === one}
          className="chip"
        >
          {one === "mn" ? "Монгол" : "English"}
        </button>
      ))}
    </Form>
  );
}

/** Light, dark, or as the device: three buttons, one pressed. */
export function ThemeChoice() {
  const theme = useRouteLoaderData<typeof rootLoader>("root")?.theme ?? "system";
  const here = useHere();
  const t = useWords("common");
  const choices = [
    { value: "system", label: t("themeSystem") },
    { value: "light", label: t("themeLight") },
    { value: "dark", label: t("themeDark") },
  ];
  return (
    <Form method="post" action="/preferences" className="flex flex-wrap gap-2" aria-label={t("theme")}>
      <input type="hidden" name="to" value={here} />
      {choices.map(({ value, label }) => (
        <button key={value} type="submit" name="theme" value={value} aria-pressed={theme === value} className="chip">
          {label}
        </button>
      ))}
    </Form>
  );
}
