import { Link } from "@remix-run/react";
import type { Citation } from "@ukhaan/core/textbook/schema";
import { useEffect, useState } from "react";
import { Button } from "~/components/button.tsx";
import { Dialog } from "~/components/dialog.tsx";
import { Icon } from "~/components/icon.tsx";
import { Notice } from "~/components/notice.tsx";
import { Spinner } from "~/components/spinner.tsx";
import { useWords } from "~/i18n/use-words.ts";
import type { loader } from "~/routes/_pupil.books.$textbookId.$page.tsx";
import { PageSheet } from "./page-sheet.tsx";
import { useFetched } from "~/components/loaded.ts";

/** The page behind a citation, over the conversation. Fetched when opened: most citations are not. */
export function CitationViewer({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const t = useWords("books");
  const common = useWords("common");
  const fetcher = useFetched<typeof loader>();
  const [pdfPage, setPdfPage] = useState(citation.pdfPage);
  const { load, data, state } = fetcher;
  const address = `/books/${citation.textbookId}/${pdfPage}`;

  useEffect(() => load(address), [load, address]);

  const failed = state === "idle" && data === null;
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
      {data && "page" in data ? (
        <PageSheet page={data.page} passageId={citation.passageId} busy={state !== "idle"} onTurn={setPdfPage} />
      ) : (
        <div className="grid h-64 place-content-center justify-items-center gap-3">
          {failed ? (
            <Notice look="danger" announced>
              <p>{t("pageFailed")}</p>
              <Button icon="retry" className="mt-2" onClick={() => load(address)}>
                {common("tryAgain")}
              </Button>
            </Notice>
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
