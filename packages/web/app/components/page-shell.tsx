import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Wordmark } from "./brand.tsx";
import { HelpLink } from "./help-link.tsx";

/** First stop of the Tab key: past the navigation, to the page's own content. */
export function SkipLink() {
  const t = useWords("common");
  return (
    <a href="#main" className="button button-main sr-only fixed top-2 left-2 z-50 focus:not-sr-only focus:fixed">
      {t("skipToContent")}
    </a>
  );
}

interface PageShellProps {
  /** Where the name leads. */
  home: string;
  /** Links or buttons at the right of the bar. */
  tools?: ReactNode;
  /** Content's greatest width. */
  width?: "narrow" | "wide";
  children: ReactNode;
}

/** Bar with the name, and the page under it. */
export function PageShell({ home, tools, width = "narrow", children }: PageShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div
          className={`mx-auto flex min-h-15 w-full items-center justify-between gap-3 px-4 ${width === "wide" ? "max-w-6xl" : "max-w-3xl"}`}
        >
          <Link to={home} className="rounded-md py-2">
            <Wordmark />
          </Link>
          <nav className="flex items-center gap-1">
            {tools}
            <HelpLink compact />
          </nav>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-6 outline-none sm:py-10 ${width === "wide" ? "max-w-6xl" : "max-w-3xl"}`}
      >
        {children}
      </main>
    </div>
  );
}
