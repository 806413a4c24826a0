import { Link } from "@remix-run/react";
import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Meter } from "../meter.tsx";

/** What is happening to a book that isn't ready: pages done, or why it failed. */
export function IngestionStatus({ book, arriving }: { book: TextbookView; arriving: boolean }) {
  const t = useWords("admin");
  if (book.state === "ready" || book.state === "replaced") return null;
  if (book.state === "failed") return <p className="text-danger">{t(`failure-${book.failure ?? "internal"}`)}</p>;
  if (book.state === "awaiting-upload") {
    return (
      <p className="text-ink-soft">
        {arriving ? t("uploadExpected") : t("uploadPending")}{" "}
        <Link to="/admin/textbooks/new" className="text-lake-deep underline">
          {t("uploadGoOn")}
        </Link>
      </p>
    );
  }
  const { pageCount, pagesDone } = book;
  if (pageCount === undefined) return <p className="text-ink-soft">{t("ingestStarting")}</p>;
  const text = t("pagesDone", { done: pagesDone, total: pageCount });
  return <Meter label={t("ingestProgress")} value={pagesDone} max={pageCount} text={text} />;
}
