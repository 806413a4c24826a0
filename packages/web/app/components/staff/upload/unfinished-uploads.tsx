import { dateTime, fileSize } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Notice } from "../../notice.tsx";

export interface Unfinished {
  readonly textbookId: string;
  readonly title: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly arrivedBytes: number;
  readonly createdAtMs: number;
}

/** Uploads that were cut off earlier: choosing the same file again goes on where they ended. */
export function UnfinishedUploads({ uploads }: { uploads: readonly Unfinished[] }) {
  const t = useWords("admin");
  const locale = useLocale();
  if (uploads.length === 0) return null;
  return (
    <Notice look="warm">
      <h2 className="text-base font-medium">{t("unfinishedTitle")}</h2>
      <p>{t("unfinishedText")}</p>
      <ul className="mt-2 grid gap-1">
        {uploads.map(({ textbookId, title, fileName, sizeBytes, arrivedBytes, createdAtMs }) => (
          <li key={textbookId} className="wrap-anywhere">
            <b className="font-medium">{fileName}</b> · {title} ·{" "}
            {t("sent", {
              done: arrivedBytes === 0 ? "0" : fileSize(locale, arrivedBytes),
              total: fileSize(locale, sizeBytes),
            })}{" "}
            · {dateTime(locale, createdAtMs)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
