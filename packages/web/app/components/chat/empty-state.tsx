import { OrnamentBand } from "~/components/brand.tsx";
import { spineOf } from "~/components/book/spine.ts";
import type { TaskView } from "@ukhaan/core/tutor/schema";
import { date } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import type { SuggestedQuestion } from "~/.server/suggested-questions.ts";

interface Props {
  name: string;
  grade: number;
  suggestions: readonly SuggestedQuestion[];
  /** What the teacher gave the class to do. */
  tasks: readonly TaskView[];
  onAsk: (question: string) => void;
}

/** A conversation that has not begun: a greeting, and questions that the pupil's own books answer. */
export function EmptyState({ name, grade, suggestions, tasks, onAsk }: Props) {
  const t = useWords("chat");
  return (
    <div className="my-auto grid gap-6 py-8">
      <div className="grid gap-2">
        <h1 className="text-3xl sm:text-4xl">{t("emptyTitle", { name })}</h1>
        <p className="text-lg text-ink-soft">
          {t("emptyText")} {t("emptyBooks", { n: grade })}
        </p>
      </div>
      <OrnamentBand />
      {tasks.length > 0 && <Tasks tasks={tasks} onAsk={onAsk} />}
      {suggestions.length > 0 && (
        <section>
          <h2 className="mb-3 text-sm font-medium tracking-normal text-ink-soft">{t("tryThese")}</h2>
          <ul className="grid gap-2 sm:grid-cols-2">
            {suggestions.map((suggestion) => (
              <li key={suggestion.question}>
                <button
                  type="button"
                  lang="mn"
                  onClick={() => onAsk(suggestion.question)}
                  className="flex h-full min-h-16 w-full overflow-hidden rounded-md border border-line bg-surface text-left transition-colors hover:border-line-strong hover:bg-sunken"
                >
                  <Suggestion suggestion={suggestion} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Tasks({ tasks, onAsk }: Pick<Props, "tasks" | "onAsk">) {
  const t = useWords("chat");
  const locale = useLocale();
  return (
    <section>
      <h2 className="mb-3 text-sm font-medium tracking-normal text-ink-soft">{t("yourTasks")}</h2>
      <ul className="grid gap-2">
        {tasks.map(({ taskId, title, text, level, dueAtMs }) => (
          <li key={taskId}>
            <button
              type="button"
              onClick={() => onAsk(text)}
              className="grid w-full gap-0.5 rounded-md border border-line bg-surface px-3.5 py-2.5 text-left transition-colors hover:border-line-strong hover:bg-sunken"
            >
              <span className="font-medium">{title}</span>
              <span className="line-clamp-2 text-sm text-ink-soft">{text}</span>
              <span className="text-sm text-ink-soft">
                {t(`task_${level}`)}
                {dueAtMs !== undefined && ` · ${t("taskUntil", { date: date(locale, dueAtMs) })}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The question, and under it the book that answers it. */
function Suggestion({ suggestion }: { suggestion: SuggestedQuestion }) {
  const { question, subject, bookTitle } = suggestion;
  return (
    <>
      <span aria-hidden="true" className={`w-1.5 shrink-0 ${spineOf[subject]}`} />
      <span className="grid content-center gap-0.5 px-3.5 py-2.5">
        <span className="font-medium">{question}</span>
        <span className="text-sm text-ink-soft">{bookTitle}</span>
      </span>
    </>
  );
}
