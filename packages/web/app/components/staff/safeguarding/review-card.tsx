import { Form, useNavigation } from "@remix-run/react";
import { reviewDecisions, type ReviewItemView } from "@ukhaan/core/safety/schema";
import { dateTime } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Button, ButtonLink } from "../../button.tsx";

/** One answer or refusal before a person, with the decision. */
export function ReviewCard({ item, isNational }: { item: ReviewItemView; isNational: boolean }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  const busyWith = useNavigation().formData;
  const isBusy = busyWith?.get("itemId") === item.itemId;
  const [source] = item.sources;
  return (
    <li className="sheet grid gap-3 p-4 sm:p-5">
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-soft">
        <strong className="text-ink">{t(`reason-${item.reason}`)}</strong>
        <span>{t("gradeOf", { n: item.grade })}</span>
        <span>{dateTime(locale, item.atMs)}</span>
      </p>
      <div className="grid gap-1">
        <h3 className="text-sm font-medium text-ink-soft">{t("question")}</h3>
        <p className="whitespace-pre-wrap wrap-anywhere">{item.question}</p>
      </div>
      <div className="grid gap-1">
        <h3 className="text-sm font-medium text-ink-soft">{t("answer")}</h3>
        {item.answer === "" ? (
          <p className="text-ink-soft">{t("refusedNoAnswer")}</p>
        ) : (
          <p className="whitespace-pre-wrap wrap-anywhere">{item.answer}</p>
        )}
      </div>
      {item.comment && (
        <div className="grid gap-1">
          <h3 className="text-sm font-medium text-ink-soft">{t("comment")}</h3>
          <p className="wrap-anywhere">{item.comment}</p>
        </div>
      )}
      {source && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          {t("source", { book: source.title, page: source.page })}
          {isNational && (
            <ButtonLink to={`/admin/textbooks/${source.textbookId}/review/${source.page}`} look="bare" icon="book">
              {t("openPageReview")}
            </ButtonLink>
          )}
        </div>
      )}
      {item.desk === "done" ? (
        item.decision && <p className="font-medium">{t(`decision-${item.decision}`)}</p>
      ) : (
        <Form method="post" aria-label={t("decide")} className="flex flex-wrap gap-2 border-t border-line pt-3">
          <input type="hidden" name="itemId" value={item.itemId} />
          <input type="hidden" name="schoolId" value={item.schoolId} />
          {reviewDecisions.map((decision) => (
            <Button
              key={decision}
              type="submit"
              name="intent"
              value={decision}
              look={decision === "unsafe" ? "danger" : "quiet"}
              busy={isBusy && busyWith?.get("intent") === decision}
            >
              {t(`decision-${decision}`)}
            </Button>
          ))}
        </Form>
      )}
    </li>
  );
}
