import { Link } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { PageImage } from "./book-thumbnail.tsx";

/** Pages shown before somebody asks for all of them. */
const firstPages = 24;

/** Small images of the pages; each opens the page viewer. */
export function PageGrid({ textbookId, pageCount }: { textbookId: string; pageCount: number }) {
  const [all, setAll] = useState(false);
  const t = useWords("admin");
  const shown = all ? pageCount : Math.min(pageCount, firstPages);
  return (
    <div className="grid gap-4">
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-3">
        {Array.from({ length: shown }, (_, index) => index + 1).map((pdfPage) => (
          <li key={pdfPage}>
            <Link
              to={`/admin/textbooks/${textbookId}/pages/${pdfPage}`}
              aria-label={t("openPage", { n: pdfPage })}
              className="grid gap-1 rounded-md text-center hover:text-lake"
            >
              <PageImage textbookId={textbookId} pdfPage={pdfPage} className="w-full" />
              <span className="text-sm text-ink-soft tabular-nums">{pdfPage}</span>
            </Link>
          </li>
        ))}
      </ol>
      {shown < pageCount && (
        <Button onClick={() => setAll(true)} className="justify-self-center">
          {t("showAllPages", { n: pageCount })}
        </Button>
      )}
    </div>
  );
}
