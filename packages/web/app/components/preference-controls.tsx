import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import { type FormEvent, type ReactNode, useState } from "react";
import type { loader as rootLoader } from "~/root.tsx";
import { useWords } from "~/i18n/use-words.ts";

const useHere = () => {
  const { pathname, search } = useLocation();
  return pathname + search;
};

interface PreferenceFormProps {
  className?: string;
  label?: string;
  children: ReactNode;
}

/** Sends a choice and comes back to this page. Without a network the page stays as it is and says so. */
function PreferenceForm({ className, label, children }: PreferenceFormProps) {
  const here = useHere();
  const t = useWords("common");
  const [unreached, setUnreached] = useState(false);
  const onSubmit = (event: FormEvent) => {
    setUnreached(!navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
  };
  return (
    <Form method="post" action="/preferences" className={className} aria-label={label} onSubmit={onSubmit}>
      <input type="hidden" name="to" value={here} />
      {children}
      <output className="text-sm text-ink-soft empty:hidden">{unreached ? t("notReached") : ""}</output>
    </Form>
  );
}

/** One press to the other language; its label is written in that language. */
export function LanguageSwitch() {
  const locale = useRouteLoaderData<typeof rootLoader>("root")?.locale ?? "mn";
  return (
    <PreferenceForm>
      <button
        type="submit"
        name="locale"
        value={locale === "mn" ? "en" : "mn"}
        lang={locale === "mn" ? "en" : "mn"}
        className="button button-bare px-3"
      >
        {locale === "mn" ? "English" : "Монгол"}
      </button>
    </PreferenceForm>
  );
}

/** Both languages, each written in itself; one pressed. */
export function LanguageChoice() {
  const locale = useRouteLoaderData<typeof rootLoader>("root")?.locale ?? "mn";
  const t = useWords("common");
  return (
    <PreferenceForm className="flex flex-wrap gap-2" label={t("language")}>
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
    </PreferenceForm>
  );
}

/** Light, dark, or as the device: three buttons, one pressed. */
export function ThemeChoice() {
  const theme = useRouteLoaderData<typeof rootLoader>("root")?.theme ?? "system";
  const t = useWords("common");
  const choices = [
    { value: "system", label: t("themeSystem") },
    { value: "light", label: t("themeLight") },
    { value: "dark", label: t("themeDark") },
  ];
  return (
    <PreferenceForm className="flex flex-wrap gap-2" label={t("theme")}>
      {choices.map(({ value, label }) => (
        <button key={value} type="submit" name="theme" value={value} aria-pressed={theme === value} className="chip">
          {label}
        </button>
      ))}
    </PreferenceForm>
  );
}
