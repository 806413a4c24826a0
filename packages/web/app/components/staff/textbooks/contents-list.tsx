import { Link } from "@remix-run/react";
import type { ContentsEntry } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";
import { type ContentsBranch, contentsTree } from "./contents-tree.ts";

/** The table of contents as a tree; each line opens its page. */
export function ContentsList({ textbookId, entries }: { textbookId: string; entries: readonly ContentsEntry[] }) {
  const t = useWords("admin");
  if (entries.length === 0) return <p className="text-ink-soft">{t("noContents")}</p>;
  return (
    <Branches textbookId={textbookId} branches={contentsTree(entries)} printed={entries.some(hasNumber)} depth={0} />
  );
}

const hasNumber = ({ printedPage }: ContentsEntry) => printedPage !== undefined;

interface BranchesProps {
  textbookId: string;
  branches: readonly ContentsBranch[];
  /** Whether the book prints page numbers; then the PDF's own count would only confuse. */
  printed: boolean;
  depth: number;
}

function Branches({ textbookId, branches, printed, depth }: BranchesProps) {
  return (
    <ol className={depth === 0 ? "grid gap-0.5" : "ml-4 border-l border-line pl-2"}>
      {branches.map(({ entry, branches: inner }, index) => (
        // Titles repeat in real books ("Дасгал"); the order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <Link
            to={`/admin/textbooks/${textbookId}/pages/${entry.pdfPage}`}
            className={`flex min-h-11 items-center justify-between gap-4 rounded-md px-2 py-1.5 hover:bg-sunken ${depth === 0 ? "font-medium" : ""}`}
          >
            <span className="min-w-0 wrap-anywhere">{entry.title}</span>
            <span className="shrink-0 text-sm text-ink-soft tabular-nums">
              {entry.printedPage ?? (printed ? "" : entry.pdfPage)}
            </span>
          </Link>
          {inner.length > 0 && (
            <Branches textbookId={textbookId} branches={inner} printed={printed} depth={depth + 1} />
          )}
        </li>
      ))}
    </ol>
  );
}
