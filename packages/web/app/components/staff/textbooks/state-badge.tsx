import type { TextbookState } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Icon, type IconName } from "../../icon.tsx";
import { Spinner } from "../../spinner.tsx";

const looks: Readonly<Record<TextbookState, { look: string; icon?: IconName }>> = {
  "awaiting-upload": { look: "bg-sun-soft text-sun-ink", icon: "upload" },
  ingesting: { look: "bg-lake-soft text-lake-deep" },
  ready: { look: "bg-good-soft text-good", icon: "check" },
  failed: { look: "bg-danger-soft text-danger", icon: "alert" },
  replaced: { look: "bg-sunken text-ink-soft", icon: "book" },
};

/** How far a textbook is, in one word with a sign. */
export function StateBadge({ state }: { state: TextbookState }) {
  const t = useWords("admin");
  const { look, icon } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-medium ${look}`}>
      {icon ? <Icon name={icon} className="size-4" /> : <Spinner className="size-4" />}
      {t(`state-${state}`)}
    </span>
  );
}
