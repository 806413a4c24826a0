import { type DragEvent, useId, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Icon } from "../../icon.tsx";

interface DropZoneProps {
  /** Whether files are there already: then it is a smaller invitation to bring more. */
  filled: boolean;
  /** One file only, for a new edition. */
  single: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** Where PDFs are chosen or dropped, one or many. */
export function DropZone({ filled, single, onFiles }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const id = useId();
  const t = useWords("admin");

  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };
  const drop = (event: DragEvent) => {
    drag(event);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length > 0) onFiles(single ? dropped.slice(0, 1) : dropped);
  };

  return (
    <div
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drop}
      className={`sheet grid justify-items-center gap-2 border-2 border-dashed px-4 text-center ${filled ? "py-4" : "py-8 sm:py-12"} ${over ? "border-lake bg-lake-soft" : "border-line-strong"}`}
    >
      <span id={`${id}-label`} className="sr-only">
        {t("file")}
      </span>
      {!filled && <Icon name="upload" className="size-9 text-lake" />}
      {!filled && <p className="hidden text-lg sm:block">{t(single ? "fileDrop" : "filesDrop")}</p>}
      <label className="button button-quiet focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-lake">
        {filled && <Icon name="plus" />}
        {t(single ? (filled ? "fileOther" : "fileChoose") : filled ? "filesMore" : "filesChoose")}
        <input
          id={id}
          type="file"
          multiple={!single}
          accept="application/pdf,.pdf"
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint`}
          className="sr-only"
          onChange={(change) => {
            const chosen = [...(change.currentTarget.files ?? [])];
            if (chosen.length > 0) onFiles(chosen);
            // The same file may be chosen again after it was corrected.
            change.currentTarget.value = "";
          }}
        />
      </label>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {t("fileHint")}
      </p>
    </div>
  );
}
