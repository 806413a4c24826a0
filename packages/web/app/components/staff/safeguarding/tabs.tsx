import { NavLink } from "@remix-run/react";
import { useWords } from "~/i18n/use-words.ts";

export interface Tab {
  readonly to: string;
  readonly label: string;
  readonly end?: boolean;
}

/** Pages of the safeguarding area, all of them in sight on a phone too. */
export function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  const t = useWords("safeguarding");
  return (
    <nav aria-label={t("tabs")} className="mb-6 print:hidden">
      <ul className="-mx-2 flex flex-wrap gap-1">
        {tabs.map(({ to, label, end = false }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className={({ isActive }) =>
                `inline-flex min-h-11 items-center rounded-full px-3.5 ${isActive ? "bg-lake-soft font-medium text-lake-deep" : "text-ink-soft hover:bg-sunken hover:text-ink"}`
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
