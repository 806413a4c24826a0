import { useBeforeUnload, useBlocker } from "@remix-run/react";
import type { ReviewPageView } from "@ukhaan/core/textbook";
import { useCallback, useEffect, useState } from "react";
import { FailedNotice } from "~/components/failed-notice.tsx";
import { Notice } from "~/components/notice.tsx";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";
import { PageHeading } from "../page-heading.tsx";
import { RefusalNotice } from "../refusal-notice.tsx";
import { LostCorrections } from "./lost-corrections.tsx";
import { MarkedImage } from "./marked-image.tsx";
import { PageBar } from "./page-bar.tsx";
import { PassageCard } from "./passage-card.tsx";
import { UnfinishedNotice } from "./unfinished-notice.tsx";
import { useChanges } from "./use-changes.ts";
import type { Draft } from "./use-draft.ts";

interface Props {
  page: ReviewPageView;
  /** Where the list goes on. */
  skipTo: string;
  /** What came of a form that was sent without script. */
  refused:
    | { readonly refusal: Refusal; readonly typed: (Draft & { readonly passageId: string }) | undefined }
    | undefined;
}

/** A page and its passages side by side; on a phone the image stays above while the passages move under it. */
export function PageReviewer({ page, skipTo, refused }: Props) {
  const t = useWords("review");
  const { textbookId, title, pdfPage, passages, printedPage } = page;
  const address = `/admin/textbooks/${textbookId}/review`;
  const { send, busy, last } = useChanges(`${address}/${pdfPage}`);
  const [active, setActive] = useState<string>();
  const { dirty, mark } = useDirty(t("leave"));

  const answerAt = (place: string) => {
    const typedHere = refused?.typed?.passageId === place || (refused?.typed === undefined && place === "page");
    if (last === undefined) return typedHere ? <RefusalNotice refusal={refused?.refusal} /> : null;
    if (last.place !== place || busy === place) return null;
    if ("done" in last.answer) {
      return last.answer.done === "correct" && !dirty.has(place) ? (
        <Notice look="good" announced>
          {t("saved")}
        </Notice>
      ) : null;
    }
    return <FailedNotice data={last.answer} text={t("notSaved")} />;
  };

  return (
    <>
      <PageHeading title={t("pageTitle", { title, n: pdfPage })} back={{ to: address, label: t("backToList") }}>
        {printedPage !== undefined && printedPage !== String(pdfPage) && t("printedPage", { n: printedPage })}
      </PageHeading>
      {page.isUnfinished && <UnfinishedNotice busy={busy !== undefined} onSend={(form) => void send("page", form)} />}
      <LostCorrections lost={page.lost} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
        <div className="sticky top-0 z-10 -mx-4 bg-felt px-4 pb-2 lg:top-4 lg:mx-0 lg:bg-transparent lg:p-0">
          <MarkedImage page={page} active={active} />
        </div>
        <section aria-labelledby="passages" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <div className="flex flex-wrap items-baseline justify-between gap-2">
            <h2 id="passages" className="text-xl">
              {t("passagesTitle")}
            </h2>
            <p className="hidden text-sm text-ink-soft lg:block">{t("shortcut")}</p>
          </div>
          {passages.length === 0 && <p className="text-ink-soft">{t("noPassages")}</p>}
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {passages.map((passage, index) => {
              const { passageId } = passage;
              const next = passages[index + 1];
              return (
                <PassageCard
                  key={passageId}
                  passage={passage}
                  next={passage.canMerge && next && !dirty.has(next.passageId) ? next : undefined}
                  number={index + 1}
                  busy={busy === passageId}
                  isHeld={busy !== undefined}
                  isActive={active === passageId}
                  typed={refused?.typed?.passageId === passageId ? refused.typed : undefined}
                  answer={answerAt(passageId)}
                  onSend={(form) => void send(passageId, form)}
                  onActive={() => setActive(passageId)}
                  onDirty={mark(passageId)}
                />
              );
            })}
          </ol>
          {answerAt("page")}
          <PageBar
            page={page}
            skipTo={skipTo}
            busy={busy === "page"}
            isHeld={busy !== undefined}
            isDirty={dirty.size > 0}
            onSend={(form) => void send("page", form)}
          />
        </section>
      </div>
    </>
  );
}

/** Which passages hold unsaved text; leaving the page then asks first. */
function useDirty(question: string) {
  const [dirty, setDirty] = useState<ReadonlySet<string>>(new Set());
  const [marks] = useState(() => new Map<string, (isDirty: boolean) => void>());
  /** The same function for the same passage, so that it may stand among an effect's dependencies. */
  const mark = useCallback(
    (passageId: string) => {
      const known = marks.get(passageId);
      if (known) return known;
      const made = (isDirty: boolean) =>
        setDirty((now) => {
          if (now.has(passageId) === isDirty) return now;
          const next = new Set(now);
          if (isDirty) next.add(passageId);
          else next.delete(passageId);
          return next;
        });
      marks.set(passageId, made);
      return made;
    },
    [marks],
  );
  const isDirty = dirty.size > 0;
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isDirty) event.preventDefault();
      },
      [isDirty],
    ),
  );
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    // oxlint-disable-next-line no-alert -- the browser asks the same way when the tab is closed
    if (confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  return { dirty, mark };
}
