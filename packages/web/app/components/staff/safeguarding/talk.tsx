import type { FlagDetail } from "@ukhaan/core/safety/schema";
import { dateTime } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

/** The flagged moment of a chat, as plain text: nothing a pupil or a model wrote is read as markup here. */
export function Talk({ flag }: { flag: FlagDetail }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  if (flag.talk.length === 0) {
    return (
      <div className="grid gap-2">
        {flag.exchangeId !== undefined && flag.excerpt !== "" && <p className="text-ink-soft">{t("talkGone")}</p>}
        {flag.excerpt === "" ? (
          <p className="text-ink-soft">{t("noExcerpt")}</p>
        ) : (
          <blockquote className="rounded-md bg-sunken px-4 py-3 whitespace-pre-wrap wrap-anywhere">
            {flag.excerpt}
          </blockquote>
        )}
      </div>
    );
  }
  return (
    <ol className="grid gap-3">
      {flag.talk.map((line) => {
        const isFlagged = line.exchangeId === flag.exchangeId;
        return (
          <li
            key={line.exchangeId}
            className={`grid gap-2 rounded-md border px-4 py-3 ${isFlagged ? "border-sun bg-sun-soft" : "border-line"}`}
          >
            <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
              {isFlagged && <strong className="text-sun-ink">{t("thisOne")}</strong>}
              <span>{dateTime(locale, line.askedAtMs)}</span>
            </p>
            <p className="wrap-anywhere whitespace-pre-wrap">
              <span className="font-medium">{t("pupilWrote")}:</span> {line.question}
            </p>
            {line.answer !== "" && (
              <p className="line-clamp-6 wrap-anywhere whitespace-pre-wrap text-ink-soft">
                <span className="font-medium text-ink">{t("ukhaanAnswered")}:</span> {line.answer}
              </p>
            )}
            {line.card !== undefined && <p className="text-sm text-ink-soft">{t("cardShown")}</p>}
          </li>
        );
      })}
    </ol>
  );
}
