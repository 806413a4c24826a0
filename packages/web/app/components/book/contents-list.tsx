import { Link } from "@remix-run/react";
import type { ContentsEntry } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";

interface Props {
  contents: readonly ContentsEntry[];
  /** PDF page that is open. */
  current: number;
  addressOf: (pdfPage: number) => string;
}

/** Chapters and sections as links; the one that is open is marked. */
export function ContentsList({ contents, current, addressOf }: Props) {
  const t = useWords("books");
  const open = contents.findLastIndex(({ pdfPage }) => pdfPage <= current);
  if (contents.length === 0) return <p className="px-4 pb-4 text-ink-soft">{t("noContents")}</p>;
  return (
    <ol className="pb-2">
      {contents.map(({ level, title, pdfPage, printedPage }, position) => (
        <li key={position}>
          <Link
            to={addressOf(pdfPage)}
            preventScrollReset
            aria-current={position === open ? "location" : undefined}
            className={`flex min-h-11 items-center gap-3 py-1.5 pr-4 hover:bg-sunken ${level > 1 ? "pl-8" : "pl-4 font-medium"} ${position === open ? "bg-lake-soft" : ""}`}
          >
            <span className="min-w-0 flex-1">{title}</span>
            <span className="text-sm font-normal text-ink-soft">{printedPage ?? pdfPage}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
