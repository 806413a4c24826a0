import type { PageView } from "@ukhaan/core/textbook/schema";
import { useState } from "react";
import { Button, IconButton } from "~/components/button.tsx";
import { Icon } from "~/components/icon.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { PageCrop } from "./page-crop.tsx";
import { isPassage, PageImage } from "./page-image.tsx";

interface Props {
  page: PageView;
  /** The passage to mark. */
  passageId?: string | undefined;
  busy?: boolean;
  onTurn: (pdfPage: number) => void;
}

const zooms = ["w-full", "w-[150%]", "w-[220%]"] as const;

/** A page of a book: image with the passage marked, turning, zoom, and the page's text for those who can't see it. */
export function PageSheet({ page, passageId, busy = false, onTurn }: Props) {
  const t = useWords("books");
  const [zoom, setZoom] = useState(0);
  const { pdfPage, pageCount, printedPage, passages } = page;
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center justify-between border-b border-line px-1.5">
        <IconButton
          icon="left"
          label={t("previousPage")}
          disabled={pdfPage <= 1 || busy}
          onClick={() => onTurn(pdfPage - 1)}
        />
        <output className="text-center">
          {printedPage && <span className="mr-2 font-medium">{t("printedPage", { n: printedPage })}</span>}
          <span className="text-sm text-ink-soft">{t("pageOf", { n: pdfPage, total: pageCount })}</span>
        </output>
        <IconButton
          icon="right"
          label={t("nextPage")}
          disabled={pdfPage >= pageCount || busy}
          onClick={() => onTurn(pdfPage + 1)}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a zoomed page is scrolled by the arrow keys */}
      <div className="relative min-h-0 flex-1 overflow-auto bg-sunken p-2 sm:p-4" tabIndex={0}>
        <div className={`mx-auto ${zoom === 0 ? "max-w-3xl" : ""} ${zooms[zoom] ?? zooms[0]}`}>
          <PageImage key={page.image.url} page={page} passageId={passageId} />
        </div>
        <details className="group mx-auto mt-3 max-w-3xl rounded-md bg-surface px-4">
          <summary className="flex min-h-11 items-center justify-between text-ink-soft">
            {t("pageText")}
            <Icon name="down" className="size-4 transition-transform group-open:rotate-180" />
          </summary>
          <div className="grid gap-3 pb-4">
            {passages.map((passage) => (
              <div
                key={passage.passageId}
                className={isPassage(passage, passageId) ? "rounded-sm bg-sun-soft text-sun-ink" : ""}
              >
                {passage.useImage === true ? (
                  <PageCrop image={page.image} boxes={passage.boxes} label={t("formulaOnImage")} />
                ) : (
                  <p>{passage.text}</p>
                )}
              </div>
            ))}
          </div>
        </details>
      </div>
      <div className="flex justify-center gap-1 border-t border-line py-1">
        <Button look="bare" icon="zoom-out" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t("zoomOut")}
        </Button>
        <Button look="bare" icon="zoom-in" disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
          {t("zoomIn")}
        </Button>
      </div>
    </div>
  );
}
