import { Icon } from "~/components/icon.tsx";
import { useWords } from "~/i18n/use-words.ts";

interface HelpLinkProps {
  /** In a list of links. */
  row?: boolean;
  /** On a phone the number alone: the bar is full. */
  compact?: boolean;
}

/** The way to help, on every page: a plain link to a page that also opens without a network. */
export function HelpLink({ row = false, compact = false }: HelpLinkProps) {
  const t = useWords("common");
  const look = row ? "w-full justify-start px-3 text-ink" : "whitespace-nowrap text-care-ink";
  const size = compact ? "px-2 max-sm:min-w-11 max-sm:border max-sm:border-care-line max-sm:bg-care sm:px-3" : "px-3";
  return (
    <a
      href="/help"
      aria-label={compact ? t("help") : undefined}
      className={`button button-bare ${look} ${row ? "" : size}`}
    >
      <Icon name="heart" className={`size-5 ${row ? "text-ink-soft" : ""} ${compact ? "hidden sm:block" : ""}`} />
      {compact && <span className="sm:hidden">108</span>}
      <span className={compact ? "hidden sm:inline" : undefined}>{t("help")}</span>
    </a>
  );
}
