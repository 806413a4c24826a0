import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Wordmark } from "../brand.tsx";
import { SkipLink } from "../page-shell.tsx";
import { LanguageSwitch } from "../preference-controls.tsx";
import { useFreshOnReturn } from "../use-fresh-on-return.ts";
import { AccountMenu, type Person } from "./account-menu.tsx";
import { NotificationBell } from "./notification-bell.tsx";

interface StaffShellProps {
  /** First page of this part of the staff area. */
  home: string;
  /** What this part is called, beside the name. */
  area: string;
  person: Person;
  accountLabel: string;
  /** The parts of the staff area that this person works in, where there are several. */
  sections?: ReactNode;
  children: ReactNode;
}

/** Bar and page of the staff area. Nothing of it comes out of a printer but what the page itself prints. */
export function StaffShell({ home, area, person, accountLabel, sections, children }: StaffShellProps) {
  useFreshOnReturn();
  return (
    <div className="flex min-h-dvh flex-col print:block print:min-h-0">
      <SkipLink />
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex min-h-15 w-full max-w-5xl items-center gap-3 px-4">
          <Link to={home} className="flex min-w-0 items-center gap-3 rounded-md py-2">
            <Wordmark />
            <span className="truncate border-l border-line pl-3 text-sm text-ink-soft">{area}</span>
          </Link>
          <nav className="ml-auto flex shrink-0 items-center gap-1">
            <div className="hidden sm:block">
              <LanguageSwitch />
            </div>
            <NotificationBell />
            <AccountMenu person={person} label={accountLabel} />
          </nav>
        </div>
      </header>
      {sections}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl flex-1 px-4 py-6 outline-none sm:py-10 print:m-0 print:max-w-none print:p-0"
      >
        {children}
      </main>
    </div>
  );
}
