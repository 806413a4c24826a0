import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { issuePinCards, readClassroom, resetPin } from "@ukhaan/core/school";
import type { PinCard } from "@ukhaan/core/school/schema";
import { useState } from "react";
import { actorContext } from "~/.server/context.ts";
import { idParam } from "~/.server/id-param.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { Button, ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { ConfirmDialog } from "~/components/staff/confirm-dialog.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { PinCardSheets } from "~/components/staff/pin-cards/pin-card-sheets.tsx";
import cardStyles from "~/components/staff/pin-cards/pin-cards.css?url";
import { siteOrigin } from "~/components/staff/pin-cards/site-origin.ts";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const { classroom } = await readClassroom(ctx, { classroomId, limit: 1 });
  return { classroom };
});

interface Answer {
  readonly cards?: readonly PinCard[];
  readonly origin?: string;
  readonly refusal?: Refusal;
}

/** Gives one pupil or the whole class new PINs. The cards are this answer and nothing else: only hashes are kept. */
export const action = formAction(async ({ request, params }: ActionFunctionArgs): Promise<Answer> => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const form = await readForm(request);
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const cards =
    readIntent(form, "issue", "reset") === "issue"
      ? await issuePinCards(ctx, { classroomId })
      : [await resetPin(ctx, { classroomId, studentId: String(form.get("studentId") ?? "") })];
  return { cards, origin: siteOrigin(request) };
});

export default function Cards() {
  const { classroom } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const [issuing, setIssuing] = useState(false);
  const t = useWords("teach");
  const { classroomId, name, pupilCount } = classroom;
  const toClass = `/teach/classes/${classroomId}`;
  const { cards = [], origin = "" } = answer ?? {};
  return (
    <>
      <PageHeading title={t("cardsOf", { name })} back={{ to: toClass, label: t("backToClass", { name }) }} />
      {cards.length > 0 ? (
        <PinCardSheets cards={cards} origin={origin} classroomId={classroomId} />
      ) : (
        <div className="grid gap-6">
          <RefusalNotice refusal={answer?.refusal} />
          <EmptyState icon="key" title={t("cardsNone")} text={t("cardsNoneText")}>
            <ButtonLink to={toClass}>{t("backToClass", { name })}</ButtonLink>
            {pupilCount > 0 && (
              <Button icon="printer" onClick={() => setIssuing(true)}>
                {t("issueCards")}
              </Button>
            )}
          </EmptyState>
        </div>
      )}
      <ConfirmDialog
        open={issuing}
        onClose={() => setIssuing(false)}
        title={t("issueConfirm")}
        question={t("issueTitle")}
        text={t("issueText", { n: pupilCount })}
        confirm={t("issueConfirm")}
        fields={{ intent: "issue" }}
      />
    </>
  );
}

export const links = () => [{ rel: "stylesheet", href: cardStyles }];

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "teach", "cardsTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
