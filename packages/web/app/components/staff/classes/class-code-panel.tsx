import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";

/** The class code, large enough to be read from the last row, with copying and changing. */
export function ClassCodePanel({ code }: { code: string }) {
  const [asking, setAsking] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  const t = useWords("teach");
  return (
    <section
      aria-labelledby="class-code"
      className="sheet flex flex-wrap items-center justify-between gap-x-8 gap-y-4 p-5"
    >
      <div>
        <h2 id="class-code" className="text-sm font-medium text-ink-soft">
          {t("classCode")}
        </h2>
        <p ref={shown} className="text-4xl font-semibold tracking-[0.14em] sm:text-5xl">
          {code}
        </p>
        <p className="mt-1 text-sm text-ink-soft">{t("codeHint")}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={code} shown={shown} />
        <Button look="bare" icon="retry" onClick={() => setAsking(true)}>
          {t("renewCode")}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("renewCode")}
        question={t("renewTitle")}
        text={t("renewText")}
        confirm={t("renewCode")}
        fields={{ intent: "renew-code", code }}
      />
    </section>
  );
}

type Copied = "no" | "yes" | "by-hand";

function CopyButton({ text, shown }: { text: string; shown: React.RefObject<HTMLElement> }) {
  const [copied, setCopied] = useState<Copied>("no");
  const t = useWords("teach");

  useEffect(() => {
    if (copied === "no") return;
    const timer = setTimeout(() => setCopied("no"), 4_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    // The clipboard is closed to pages without https and to some school browsers: then the code is selected instead.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (!done && shown.current) getSelection()?.selectAllChildren(shown.current);
    setCopied(done ? "yes" : "by-hand");
  };

  return (
    <>
      <Button icon={copied === "yes" ? "check" : "copy"} onClick={() => void copy()}>
        {copied === "yes" ? t("copied") : t("copyCode")}
      </Button>
      <output className={copied === "by-hand" ? "text-sm text-ink-soft" : "sr-only"}>
        {copied === "yes" ? t("copied") : copied === "by-hand" ? t("copyByHand") : ""}
      </output>
    </>
  );
}
