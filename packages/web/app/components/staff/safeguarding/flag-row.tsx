import { Link } from "@remix-run/react";
import type { FlagView } from "@ukhaan/core/safety/schema";
import { dateTime } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Icon } from "../../icon.tsx";
import { Due, SeverityBadge } from "./badges.tsx";

/** Address of a flag; a platform administrator's names the school too. */
export function flagAddress({ flagId, schoolId }: Pick<FlagView, "flagId" | "schoolId">, isNational: boolean): string {
  return `/safeguarding/flags/${flagId}${isNational ? `?school=${schoolId}` : ""}`;
}

/** One flag in the list: what, who, how urgent and how long is left. No words of the chat. */
export function FlagRow({ flag, isNational }: { flag: FlagView; isNational: boolean }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  const { kind, severity, pupil, raisedAtMs, assignees, schoolName } = flag;
  return (
    <li>
      <Link
        to={flagAddress(flag, isNational)}
        className="flex items-center gap-3 px-4 py-3.5 hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="grid min-w-0 flex-1 gap-1.5">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <SeverityBadge severity={severity} />
            <Due flag={flag} />
          </span>
          <span className="font-medium wrap-anywhere">{t(`kind-${kind}`)}</span>
          <span className="text-sm text-ink-soft wrap-anywhere">
            {schoolName && `${schoolName} · `}
            {pupil.name} · {t("gradeOf", { n: pupil.grade })}
          </span>
          <span className="text-sm text-ink-soft wrap-anywhere">
            {t("raisedAt", { when: dateTime(locale, raisedAtMs) })} ·{" "}
            {assignees.length > 0 ? t("askedNow", { names: assignees.join(", ") }) : t("nobodyAsked")}
          </span>
        </span>
        <Icon name="right" className="size-5 text-ink-soft" />
      </Link>
    </li>
  );
}
