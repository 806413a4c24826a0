import { useEffect, useRef } from "react";
import { fileSize } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import { Meter } from "../meter.tsx";
import type { UploadState } from "./use-upload.ts";

interface SendingPanelProps {
  file: File;
  state: UploadState;
  onStop: () => void;
  onAgain: () => void;
  onDiscard: () => void;
}

/** How the file is going up, and what to do when it doesn't. */
export function SendingPanel({ file, state, onStop, onAgain, onDiscard }: SendingPanelProps) {
  const t = useWords("admin");
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form has given way to this: reading goes on here.
  useEffect(() => heading.current?.focus(), []);
  const { kind } = state;
  const sentBytes = kind === "sending" ? Math.min(state.sentBytes, file.size) : kind === "sent" ? file.size : 0;

  if (kind === "idle" || kind === "sending" || kind === "sent") {
    const sizes = { done: fileSize(locale, sentBytes), total: fileSize(locale, file.size) };
    return (
      <section className="sheet grid gap-4 p-5">
        <h2 ref={heading} tabIndex={-1} className="text-xl outline-none">
          {t("sendingTitle")}
        </h2>
        <p className="text-ink-soft">{t("sendingText")}</p>
        <Meter label={file.name} value={sentBytes} max={file.size} text={t("sent", sizes)} />
        <Button onClick={onStop} icon="close" disabled={kind !== "sending"} className="justify-self-start">
          {t("sendCancel")}
        </Button>
      </section>
    );
  }
  return (
    <section className="sheet grid gap-4 p-5">
      <Notice look={kind === "cancelled" ? "info" : "danger"} announced>
        <h2 className="text-lg">{t(`${kind}Title`)}</h2>
        <p>{t(`${kind}Text`)}</p>
      </Notice>
      <div className="flex flex-wrap gap-2">
        {kind !== "refused" && (
          <Button look="main" icon="retry" onClick={onAgain}>
            {t("sendAgain")}
          </Button>
        )}
        <Button look={kind === "refused" ? "main" : "quiet"} onClick={onDiscard}>
          {t(kind === "refused" ? "discardAndBack" : "discard")}
        </Button>
      </div>
    </section>
  );
}
