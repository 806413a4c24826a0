import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { readClassroom, renewClassCode, withdrawPupil } from "@ukhaan/core/school";
import { useState } from "react";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { idParam } from "~/.server/id-param.ts";
import { localeOf } from "~/.server/preferences.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { Button, ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { ClassCodePanel } from "~/components/staff/classes/class-code-panel.tsx";
import { Roster } from "~/components/staff/classes/roster.tsx";
import { ConfirmDialog } from "~/components/staff/confirm-dialog.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const { classroom, pupils } = await readClassroom(ctx, { classroomId });
  // A class has at most 100 pupils, which is one page.
  return {
    classroom,
    pupils: pupils.items,
    chatLabel: dictionaryFor(localeOf(request), "oversight").oversight.classChat,
    helpLabel: dictionaryFor(localeOf(request), "hints").hints.helpLevel,
  };
});

interface Answer {
  readonly done?:
    | { readonly what: "withdrawn"; readonly name: string }
    | { readonly what: "renewed"; readonly code: string };
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request, params }: ActionFunctionArgs): Promise<Answer> => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const form = await readForm(request);
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  if (readIntent(form, "renew-code", "withdraw") === "renew-code") {
    const { code } = await renewClassCode(ctx, { classroomId });
    return { done: { what: "renewed", code } };
  }
  await withdrawPupil(ctx, { classroomId, studentId: String(form.get("studentId") ?? "") });
  return { done: { what: "withdrawn", name: String(form.get("name") ?? "") } };
});

/** One class: its code, its pupils, and what a teacher does with them. */
export default function Class() {
  const { classroom, pupils, chatLabel, helpLabel } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const [issuing, setIssuing] = useState(false);
  const t = useWords("teach");
  const common = useWords("common");
  const { classroomId, name, grade, code } = classroom;
  const here = `/teach/classes/${classroomId}`;
  const add = (
    <ButtonLink to={`${here}/pupils`} look="main" icon="plus">
      {t("addPupils")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading
        title={t("classTitle", { name })}
        back={{ to: "/teach", label: t("backToClasses") }}
        actions={
          pupils.length > 0 && (
            <>
              <ButtonLink to={`${here}/chat`} icon="clock">
                {chatLabel}
              </ButtonLink>
              <ButtonLink to={`${here}/help`} icon="book">
                {helpLabel}
              </ButtonLink>
              <Button icon="printer" onClick={() => setIssuing(true)}>
                {t("issueCards")}
              </Button>
              {add}
            </>
          )
        }
      >
        {common("grade", { n: grade })} · {t("pupilCount", { n: pupils.length })}
      </PageHeading>

      <div className="grid gap-6">
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.done && (
          <Notice look="good" announced>
            {answer.done.what === "withdrawn" ? t("withdrawn", answer.done) : t("renewed", answer.done)}
          </Notice>
        )}
        <ClassCodePanel code={code} />
        {pupils.length === 0 ? (
          <EmptyState icon="person" title={t("noPupils")} text={t("noPupilsText")}>
            {add}
          </EmptyState>
        ) : (
          <section aria-labelledby="pupils">
            <h2 id="pupils" className="mb-3 text-xl">
              {t("pupils")}
            </h2>
            <Roster classroomId={classroomId} pupils={pupils} />
          </section>
        )}
      </div>

      <ConfirmDialog
        open={issuing}
        onClose={() => setIssuing(false)}
        title={t("issueConfirm")}
        question={t("issueTitle")}
        text={t("issueText", { n: pupils.length })}
        confirm={t("issueConfirm")}
        action={`${here}/cards`}
        fields={{ intent: "issue" }}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "teach", "classTitle", { name: data?.classroom.name ?? "" });

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
