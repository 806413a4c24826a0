import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "../icon.tsx";

interface PageHeadingProps {
  title: string;
  /** Where the page belongs. */
  back?: { to: string; label: string };
  /** One line under the title. */
  children?: ReactNode;
  /** Buttons: at the right of a wide window, under the title of a narrow one. */
  actions?: ReactNode;
}

/** Title of a page of the staff area. Not printed. */
export function PageHeading({ title, back, children, actions }: PageHeadingProps) {
  return (
    <header className="mb-6 print:hidden">
      {back && (
        <Link
          to={back.to}
          className="mb-2 -ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-ink-soft hover:text-ink"
        >
          <Icon name="left" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-2xl wrap-anywhere sm:text-3xl">{title}</h1>
          {children && <div className="mt-1.5 text-ink-soft">{children}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
