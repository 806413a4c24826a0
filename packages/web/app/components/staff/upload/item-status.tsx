import { Link } from "@remix-run/react";
import { fileSize } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Meter } from "../meter.tsx";
import type { UploadItem } from "./upload-item.ts";

/** How a file that was sent off is doing: its bytes on the way up, then its pages. */
export function ItemStatus({ item }: { item: UploadItem }) {
  const t = useWords("admin");
  const locale = useLocale();
  const { state, file, sentBytes, book, message, textbookId } = item;
  const sizes = { done: fileSize(locale, Math.min(sentBytes, file.size)), total: fileSize(locale, file.size) };
  const bytes = <Meter label={t("sendingBytes")} value={sentBytes} max={file.size} text={t("sent", sizes)} />;
  switch (state) {
    case "editing":
      return null;
    case "waiting":
      return <p className="text-ink-soft">{t("waitingText")}</p>;
    case "sending":
      return bytes;
    case "lost":
      return (
        <>
          {bytes}
          <output className="block text-sun-ink">
            {t("lostTitle")}. {t("lostText")}
          </output>
        </>
      );
    case "stopped":
      return (
        <>
          {bytes}
          <p className="text-ink-soft">{t("cancelledText")}</p>
        </>
      );
    case "refused":
      return (
        <p role="alert" className="text-danger">
          {t("refusedTitle")}. {message || t("refusedText")}
        </p>
      );
    case "failed":
      return (
        <p role="alert" className="text-danger">
          {t(`failure-${book?.failure ?? "internal"}`)}
        </p>
      );
    case "gone":
      return <p role="alert">{t("bookGone")}</p>;
    case "ready":
      return (
        <output className="block text-good">
          {t("readyText")}{" "}
          <Link to={`/admin/textbooks/${textbookId ?? ""}`} className="underline">
            {t("openBook")}
          </Link>
        </output>
      );
    case "preparing":
      return book?.pageCount === undefined ? (
        <p className="text-ink-soft">{t("ingestStarting")}</p>
      ) : (
        <Meter
          label={t("ingestProgress")}
          value={book.pagesDone}
          max={book.pageCount}
          text={t("pagesDone", { done: book.pagesDone, total: book.pageCount })}
        />
      );
  }
}
