import { type DragEvent, useId, useRef, useState } from "react";
import { fileSize } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Icon } from "../../icon.tsx";

interface FileFieldProps {
  file: File | undefined;
  error: string | undefined;
  onFile: (file: File) => void;
}

/** One PDF, chosen or dropped. */
export function FileField({ file, error, onFile }: FileFieldProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const locale = useLocale();
  const t = useWords("admin");

  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };
  const drop = (event: DragEvent) => {
    drag(event);
    const dropped = event.dataTransfer.files.item(0);
    if (dropped) onFile(dropped);
  };

  return (
    <div className="grid gap-1.5">
      <span id={`${id}-label`} className="font-medium">
        {t("file")}
      </span>
      <div
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={drop}
        className={`grid justify-items-center gap-2 rounded-md border-2 border-dashed px-4 py-6 text-center ${over ? "border-lake bg-lake-soft" : error ? "border-danger" : "border-line-strong"}`}
      >
        <Icon name={file ? "book" : "upload"} className="size-8 text-lake" />
        {file ? (
          <p className="max-w-full">
            <b className="font-medium wrap-anywhere">{file.name}</b>{" "}
            <span className="text-ink-soft">· {fileSize(locale, file.size)}</span>
          </p>
        ) : (
          <p className="hidden text-ink-soft sm:block">{t("fileDrop")}</p>
        )}
        <label className="button button-quiet focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-lake">
          {t(file ? "fileOther" : "fileChoose")}
          <input
            ref={input}
            id={id}
            type="file"
            accept="application/pdf,.pdf"
            aria-labelledby={`${id}-label`}
            aria-describedby={`${id}-hint ${id}-error`}
            aria-invalid={error ? true : undefined}
            className="sr-only"
            onChange={(change) => {
              const chosen = change.currentTarget.files?.item(0);
              if (chosen) onFile(chosen);
              // The same file may be chosen again after it was corrected.
              change.currentTarget.value = "";
            }}
          />
        </label>
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {t("fileHint")}
        </p>
      </div>
      <p id={`${id}-error`} role="alert" className="text-sm text-danger empty:hidden">
        {error}
      </p>
    </div>
  );
}
