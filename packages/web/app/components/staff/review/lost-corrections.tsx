import type { ReviewPageView } from "@ukhaan/core/textbook";
import { useWords } from "~/i18n/use-words.ts";
import { Notice } from "../../notice.tsx";

/** Corrections of an earlier reading that could not be kept, to be copied from. */
export function LostCorrections({ lost }: Pick<ReviewPageView, "lost">) {
  const t = useWords("review");
  if (lost.length === 0) return null;
  return (
    <div className="mb-5">
      <Notice look="warm" icon="alert">
        <h2 className="text-lg">{t("lostTitle")}</h2>
        <p>{t("lostText")}</p>
        <ul className="mt-3 grid gap-2">
          {lost.map(({ kind, text }, position) => (
            <li key={position} className="rounded-md bg-surface px-3.5 py-2.5 text-ink">
              <span className="block text-sm text-ink-soft">{t(`kind-${kind}`)}</span>
              <span className="wrap-anywhere whitespace-pre-line">{text}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
