import { Link } from "@remix-run/react";
import type { Subject } from "@ukhaan/core/textbook/schema";
import { useId } from "react";
import { fileSize } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Icon, type IconName } from "../../icon.tsx";
import { Notice } from "../../notice.tsx";
import { BookFields } from "./book-fields.tsx";
import { ItemButtons } from "./item-buttons.tsx";
import { ItemStatus } from "./item-status.tsx";
import type { UploadItem } from "./upload-item.ts";
import type { UploadQueue } from "./upload-queue.ts";

interface UploadCardProps {
  item: UploadItem;
  queue: UploadQueue;
  subjects: readonly Subject[];
  /** The only file: all fields stand open. Of several, those that the books share stand above. */
  alone: boolean;
}

const ownFields = ["title", "subject", "grade", "year", "edition"] as const;
export const sharedFields = ["language", "required", "publisher", "licence"] as const;

const icons: Partial<Record<UploadItem["state"], IconName>> = { ready: "check", failed: "alert", refused: "alert" };

/** One file of the queue: its fields until it is sent, then how it is doing. */
export function UploadCard({ item, queue, subjects, alone }: UploadCardProps) {
  const t = useWords("admin");
  const locale = useLocale();
  const id = useId();
  const { file, values, problems, state } = item;
  const wrongFile = problems.file && t(problems.file, { size: fileSize(locale, file.size) });
  const hasFields = state === "editing" && (alone || !wrongFile);
  return (
    <li className="sheet grid gap-4 p-4 sm:p-5" aria-labelledby={id}>
      <div className="flex items-start gap-3">
        <Icon name={icons[state] ?? "book"} className="mt-0.5 size-6 text-lake" />
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-base wrap-anywhere">
            {state === "editing" ? file.name : values.title || file.name}
          </h2>
          <p className="text-sm text-ink-soft">{fileSize(locale, file.size)}</p>
        </div>
      </div>
      <p role="alert" className="text-danger empty:hidden">
        {wrongFile}
      </p>
      <DuplicateNotice item={item} queue={queue} />
      {hasFields && (
        <BookFields
          subjects={subjects}
          values={values}
          onChange={(changed) => queue.change(item.id, changed)}
          problems={problems}
          fields={alone ? [...ownFields, ...sharedFields] : ownFields}
        />
      )}
      <ItemStatus item={item} />
      <ItemButtons item={item} queue={queue} />
    </li>
  );
}

/** The catalogue has such a book: said before anything is sent, and the person decides. */
function DuplicateNotice({ item: { id, duplicate, state }, queue }: { item: UploadItem; queue: UploadQueue }) {
  const t = useWords("admin");
  if (!duplicate || state !== "editing") return null;
  return (
    <Notice look="warm" icon="info" announced>
      <p>
        {t(duplicate.kind === "same-file" ? "sameFile" : "sameBook", { title: duplicate.title })}{" "}
        <Link to={`/admin/textbooks/${duplicate.textbookId}`} target="_blank" className="underline">
          {t("openBook")}
        </Link>
      </p>
      <Button className="mt-2" onClick={() => queue.insist(id)}>
        {t("addAnyway")}
      </Button>
    </Notice>
  );
}
