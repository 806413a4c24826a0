import { Icon } from "~/components/icon.tsx";
import { useWords } from "~/i18n/use-words.ts";

/** The way to help, on every page: a plain link to a page that also opens without a network. `row`: in a list of links. */
export function HelpLink({ row = false }: { row?: boolean }) {
  const t = useWords("common");
  return (
    <a
      href="/help"
      className={`button button-bare px-3 ${row ? "w-full justify-start text-ink" : "whitespace-nowrap text-care-ink"}`}
    >
      <Icon name="heart" className={`size-5 ${row ? "text-ink-soft" : ""}`} />
      {t("help")}
    </a>
  );
}
