import { Link } from "@remix-run/react";
import type { Citation, PageView } from "@ukhaan/core/textbook/schema";
import { useEffect, useState } from "react";
import { resultOf } from "~/chat/in-place.ts";
import { useInPlace } from "~/chat/use-in-place.ts";
import { Dialog } from "~/components/dialog.tsx";
import { Icon } from "~/components/icon.tsx";
import { FailedNotice } from "~/components/failed-notice.tsx";
import { Spinner } from "~/components/spinner.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { PageSheet } from "./page-sheet.tsx";

/** The page behind a citation, over the conversation. Fetched when opened: most citations are not. */
export function CitationViewer({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const t = useWords("books");
  const common = useWords("common");
  const { load, data, busy } = useInPlace<{ readonly page: PageView }>();
  const [pdfPage, setPdfPage] = useState(citation.pdfPage);
  const address = `/books/${citation.textbookId}/${pdfPage}`;

  const source = `/books/${citation.textbookId}/pages/${pdfPage}`;

  useEffect(() => load(source), [load, source]);

  const loaded = resultOf(data);
  const failed = !busy && data !== undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={citation.bookTitle}
      shape="full"
      tools={
        <Link
          to={`${address}?passage=${citation.passageId}`}
          title={t("openInBook")}
          aria-label={t("openInBook")}
          className="button-icon"
        >
          <Icon name="external" />
        </Link>
      }
    >
      {loaded ? (
        <PageSheet page={loaded.page} passageId={citation.passageId} busy={busy} onTurn={setPdfPage} />
      ) : (
        <div className="grid h-64 place-content-center justify-items-center gap-3">
          {failed ? (
            <FailedNotice data={data} text={t("pageFailed")} onRetry={() => load(source)} />
          ) : (
            <>
              <Spinner className="size-7" />
              <output>{common("loading")}</output>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
