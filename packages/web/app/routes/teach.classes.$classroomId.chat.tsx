import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { DomainError, isId } from "@ukhaan/core/kernel";
import { readClassroom } from "@ukhaan/core/school";
import { extendDay, liftPause, pausePupil, readClassActivity } from "@ukhaan/core/tutor";
import { extensions, pauseLengths } from "@ukhaan/core/tutor/schema";
import { useState } from "react";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { idParam } from "~/.server/id-param.ts";
import { localeOf } from "~/.server/preferences.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { Button } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { ActivityList } from "~/components/staff/classes/activity-list.tsx";
import { type Asking, ChatDialog } from "~/components/staff/classes/chat-dialog.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const [{ classroom, pupils }, activity] = await Promise.all([
    readClassroom(ctx, { classroomId }),
    readClassActivity(ctx, { classroomId }),
  ]);
  const used = new Map(activity.map((one) => [one.studentId, one]));
  const rows = pupils.items.flatMap(({ studentId, name }) => {
    const use = used.get(studentId);
    return use ? [{ name, ...use }] : [];
  });
  return { classroom, rows, words: dictionaryFor(localeOf(request), "oversight") };
});

interface Answer {
  readonly done?:
    | { readonly what: "paused" | "lifted"; readonly name: string }
    | { readonly what: "extended"; readonly name: string; readonly minutes: number }
    | { readonly what: "extended-class"; readonly pupils: number };
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request, params }: ActionFunctionArgs): Promise<Answer> => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const form = await readForm(request);
  const text = (field: string) => String(form.get(field) ?? "");
  const about = { classroomId, reason: text("reason") };
  const name = text("name");
  const intent = readIntent(form, "pause", "lift", "extend", "extend-class");
  const minutes = extensions.find((one) => String(one) === text("minutes")) ?? extensions[0];
  if (intent === "extend-class") {
    const { pupils } = await extendDay(ctx, { ...about, minutes });
    return { done: { what: "extended-class", pupils } };
  }
  const studentId = text("studentId");
  if (!isId("student", studentId)) throw new DomainError("not-found", "school.no-such-pupil");
  switch (intent) {
    case "pause": {
      const length = pauseLengths.find((one) => one === text("length")) ?? "15";
      await pausePupil(ctx, { ...about, studentId, length });
      return { done: { what: "paused", name } };
    }
    case "lift":
      await liftPause(ctx, { ...about, studentId });
      return { done: { what: "lifted", name } };
    case "extend":
      await extendDay(ctx, { ...about, studentId, minutes });
      return { done: { what: "extended", name, minutes } };
  }
});

/** Who of a class used the chat for how long today, and what a teacher does about it. No word of what was written. */
export default function ClassChat() {
  const { classroom, rows } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const [asking, setAsking] = useState<Asking>();
  const t = useWords("oversight");
  const teach = useWords("teach");
  const { classroomId, name } = classroom;
  return (
    <>
      <PageHeading
        title={t("classChatTitle", { name })}
        back={{ to: `/teach/classes/${classroomId}`, label: teach("backToClass", { name }) }}
        actions={
          rows.length > 0 && (
            <Button icon="clock" onClick={() => setAsking({ what: "extend-class" })}>
              {t("extendClass")}
            </Button>
          )
        }
      >
        {t("classChatText")}
      </PageHeading>
      <div className="grid gap-6">
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.done && (
          <Notice look="good" announced>
            <Done done={answer.done} />
          </Notice>
        )}
        {rows.length === 0 ? (
          <EmptyState icon="person" title={teach("noPupils")} text={teach("noPupilsText")} />
        ) : (
          <ActivityList rows={rows} onAsk={setAsking} />
        )}
      </div>
      <ChatDialog asking={asking} onClose={() => setAsking(undefined)} />
    </>
  );
}

function Done({ done }: { done: NonNullable<Answer["done"]> }) {
  const t = useWords("oversight");
  switch (done.what) {
    case "paused":
      return t("paused", done);
    case "lifted":
      return t("lifted", done);
    case "extended":
      return t("extendedOne", done);
    case "extended-class":
      return t("extendedClass", { n: done.pupils });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.words.oversight.classChat ?? ""} · Ухаан` },
];

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
