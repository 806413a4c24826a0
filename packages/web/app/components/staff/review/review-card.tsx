import { Link } from "@remix-run/react";
import type { ReviewListItem } from "@ukhaan/core/textbook";
import { useWords } from "~/i18n/use-words.ts";
import { Icon } from "../../icon.tsx";
import { Trust } from "./trust.tsx";

/** One page in the list of pages to check: its image, and why it stands where it stands. */
export function ReviewCard({ page, to }: { page: ReviewListItem; to: string }) {
  const t = useWords("review");
  const { pdfPage, thumbnailUrl, state, textSources, confidence, passageCount, lostCount } = page;
  return (
    <Link to={to} className="sheet grid h-full content-start overflow-hidden hover:border-line-strong">
      <span className="block bg-sunken p-2">
        <img
          src={thumbnailUrl}
          alt=""
          loading="lazy"
          className="mx-auto block h-40 w-auto rounded-sm border border-line bg-white object-contain text-black"
        />
      </span>
      <span className="grid gap-1 p-3">
        <span className="flex items-baseline justify-between gap-2">
          <span className="font-medium">{t("page", { n: pdfPage })}</span>
          {state === "approved" && (
            <span className="flex items-center gap-1 text-sm text-good">
              <Icon name="check" className="size-4" />
              {t("state-approved")}
            </span>
          )}
        </span>
        <Trust confidence={confidence} isUnread={passageCount === 0 && confidence === 0} isEmpty={passageCount === 0} />
        <span className="text-sm text-ink-soft">{textSources.map((source) => t(`source-${source}`)).join(", ")}</span>
        {lostCount > 0 && <span className="text-sm text-danger">{t("lost", { n: lostCount })}</span>}
      </span>
    </Link>
  );
}
