import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { readExerciseUse } from "@ukhaan/core/learning";
import { readClassroom } from "@ukhaan/core/school";
import { addTask, closeTask, readHintPolicy, setHintLevel } from "@ukhaan/core/tutor";
import { type HintLevel, hintLevels } from "@ukhaan/core/tutor/schema";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { endOfDayMs } from "~/.server/end-of-day.ts";
import { idParam } from "~/.server/id-param.ts";
import { localeOf } from "~/.server/preferences.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { ExerciseUse } from "~/components/staff/hints/exercise-use.tsx";
import { HintLevelForm } from "~/components/staff/hints/hint-level-form.tsx";
import { TaskForm } from "~/components/staff/hints/task-form.tsx";
import { TaskList } from "~/components/staff/hints/task-list.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const [{ classroom, pupils }, policy, use] = await Promise.all([
    readClassroom(ctx, { classroomId }),
    readHintPolicy(ctx, { classroomId }),
    readExerciseUse(ctx, { classroomId }),
  ]);
  const rows = pupils.items.flatMap(({ studentId, name }) => {
    const counts = use.get(studentId);
    return counts ? [{ studentId, name, ...counts }] : [];
  });
  return { classroom, policy, rows, words: dictionaryFor(localeOf(request), "hints") };
});

interface Answer {
  readonly done?: { readonly what: "saved"; readonly level: HintLevel } | { readonly what: "taskAdded" | "taskClosed" };
  /** What was typed, when something of it is missing. */
  readonly missing?: true;
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const form = await readForm(request);
  const text = (field: string) => String(form.get(field) ?? "").trim();
  const level = hintLevels.find((one) => one === text("level")) ?? "hints";
  switch (readIntent(form, "set-level", "add-task", "close-task")) {
    case "set-level":
      await setHintLevel(ctx, { classroomId, level });
      return { done: { what: "saved", level } } satisfies Answer;
    case "close-task":
      await closeTask(ctx, { classroomId, taskId: text("taskId") });
      return { done: { what: "taskClosed" } } satisfies Answer;
    case "add-task": {
      const [title, body, due] = [text("title"), text("text"), text("due")];
      if (title.length < 2 || body.length < 5) return data({ missing: true } satisfies Answer, { status: 400 });
      const dueAtMs = endOfDayMs(due);
      await addTask(ctx, { classroomId, title, text: body, level, ...(dueAtMs === undefined ? {} : { dueAtMs }) });
      return { done: { what: "taskAdded" } } satisfies Answer;
    }
  }
});

/** How far the tutor helps a class with exercises: for all, and task by task. */
export default function ClassHelp() {
  const { classroom, policy, rows } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const t = useWords("hints");
  const teach = useWords("teach");
  const { classroomId, name } = classroom;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading
        title={t("helpTitle", { name })}
        back={{ to: `/teach/classes/${classroomId}`, label: teach("backToClass", { name }) }}
      >
        {t("helpText")}
      </PageHeading>
      <div className="grid gap-8">
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.done && (
          <Notice look="good" announced>
            {answer.done.what === "saved"
              ? t("saved", { level: t(`level_${answer.done.level}`) })
              : t(answer.done.what)}
          </Notice>
        )}
        <HintLevelForm level={policy.level} />
        <section aria-labelledby="tasks" className="grid gap-4">
          <div>
            <h2 id="tasks" className="text-xl">
              {t("tasks")}
            </h2>
            <p className="text-ink-soft">{t("tasksText")}</p>
          </div>
          <TaskList tasks={policy.tasks} />
          <TaskForm missing={answer?.missing === true} key={policy.tasks.length} />
        </section>
        <ExerciseUse rows={rows} />
      </div>
    </div>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.words.hints.helpLevel ?? ""} · ${loaded?.classroom.name ?? ""}` },
];

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
