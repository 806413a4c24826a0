import { Form } from "@remix-run/react";
import type { TaskView } from "@ukhaan/core/tutor/schema";
import { Button } from "~/components/button.tsx";
import { date } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

/** The open tasks of a class, each with its level and a way to close it. */
export function TaskList({ tasks }: { tasks: readonly TaskView[] }) {
  const t = useWords("hints");
  const locale = useLocale();
  if (tasks.length === 0) return <p className="text-ink-soft">{t("noTasks")}</p>;
  return (
    <ul className="grid gap-2">
      {tasks.map(({ taskId, title, text, level, dueAtMs }) => (
        <li key={taskId} className="sheet flex flex-wrap items-start gap-3 p-4">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium">{title}</p>
            <p className="line-clamp-3 text-sm text-ink-soft">{text}</p>
            <p className="mt-1 text-sm">
              {t(`level_${level}`)}
              {dueAtMs !== undefined && ` · ${t("until", { date: date(locale, dueAtMs) })}`}
            </p>
          </div>
          <Form method="post">
            <input type="hidden" name="intent" value="close-task" />
            <input type="hidden" name="taskId" value={taskId} />
            <Button type="submit" aria-label={`${t("closeTask")}: ${title}`}>
              {t("closeTask")}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
