import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words.ts";

const tabs = [
  { id: "books", to: "/admin/textbooks", word: "catalogueTab" },
  { id: "insights", to: "/admin/textbooks/insights", word: "insightsTab" },
] as const;

/** The two sides of the textbooks' area: the books, and what they are asked. */
export function TextbookTabs({ current }: { current: (typeof tabs)[number]["id"] }) {
  const t = useWords("admin");
  return (
    <nav aria-label={t("textbooks")} className="mb-6 flex gap-1 border-b border-line">
      {tabs.map(({ id, to, word }) => (
        <Link
          key={id}
          to={to}
          aria-current={id === current ? "page" : undefined}
          className={`-mb-px inline-flex min-h-11 items-center border-b-2 px-3 ${id === current ? "border-lake font-medium text-ink" : "border-transparent text-ink-soft hover:text-ink"}`}
        >
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
