import { Link } from "@remix-run/react";
import type { ClassroomView } from "@ukhaan/core/school/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Icon } from "../../icon.tsx";

/** One class in the list; the whole card leads to it. */
export function ClassCard({ classroom }: { classroom: ClassroomView }) {
  const t = useWords("teach");
  const common = useWords("common");
  const { classroomId, name, grade, pupilCount, code } = classroom;
  return (
    <Link
      to={`/teach/classes/${classroomId}`}
      className="sheet group grid gap-4 p-5 transition-colors hover:border-line-strong hover:shadow-lift"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-2xl wrap-anywhere">{name}</h2>
          <p className="text-ink-soft">{common("grade", { n: grade })}</p>
        </div>
        <Icon name="right" className="mt-1 size-6 text-ink-soft transition-transform group-hover:translate-x-0.5" />
      </div>
      <dl className="flex items-end justify-between gap-3 border-t border-line pt-3 text-sm">
        <div className="flex items-center gap-2 text-ink-soft">
          <dt>
            <Icon name="people" />
            <span className="sr-only">{t("pupils")}</span>
          </dt>
          <dd>{pupilCount === 0 ? t("noPupilsYet") : t("pupilCount", { n: pupilCount })}</dd>
        </div>
        <div className="text-right">
          <dt className="text-xs text-ink-soft">{t("classCode")}</dt>
          <dd className="text-lg font-semibold tracking-[0.12em]">{code}</dd>
        </div>
      </dl>
    </Link>
  );
}
