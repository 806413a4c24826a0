import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { IconButton } from "./button.tsx";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** `sheet`: a small question · `full`: most of the window · `drawer`: from the left edge. */
  shape?: "sheet" | "full" | "drawer";
  /** Buttons beside the title. */
  tools?: ReactNode;
  children: ReactNode;
}

const shapes = {
  sheet: "w-[min(30rem,calc(100vw-2rem))] rounded-lg border border-line shadow-lift",
  full: "h-dvh w-screen sm:h-[calc(100dvh-3rem)] sm:w-[min(64rem,calc(100vw-3rem))] sm:rounded-lg sm:border sm:border-line",
  drawer: "mr-auto ml-0 h-dvh w-[min(20rem,88vw)] border-r border-line",
};

/**
 * The native modal dialog: focus is kept inside, Escape and a tap beside it close, and focus returns to
 * where it was. Inside, `data-autofocus` marks what is focused first.
 */
export function Dialog({ open, onClose, title, shape = "sheet", tools, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useWords("common");

  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  useEffect(() => {
    const dialog = ref.current;
    // The dialog itself is hit only beside its contents. Escape does the same for the keyboard (`onCancel`).
    const onClick = (event: MouseEvent) => {
      if (event.target === dialog) onClose();
    };
    dialog?.addEventListener("click", onClick);
    return () => dialog?.removeEventListener("click", onClick);
  }, [onClose]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`bg-surface ${shapes[shape]}`}
    >
      {open && (
        <div className="flex h-full max-h-dvh flex-col">
          <header className="flex items-center gap-1 border-b border-line py-1.5 pr-1.5 pl-4">
            <h2 id={titleId} className="min-w-0 flex-1 truncate text-lg">
              {title}
            </h2>
            {tools}
            <IconButton icon="close" label={t("close")} onClick={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
        </div>
      )}
    </dialog>
  );
}
