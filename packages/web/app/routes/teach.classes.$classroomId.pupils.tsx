import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useNavigation } from "@remix-run/react";
import { enrolPupils, readClassroom } from "@ukhaan/core/school";
import { maxNamesAtOnce, type PinCard } from "@ukhaan/core/school/schema";
import { actorContext } from "~/.server/context.ts";
import { idParam } from "~/.server/id-param.ts";
import { readForm } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { siteOrigin } from "~/components/staff/pin-cards/site-origin.ts";
import { Button } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { NamesField } from "~/components/staff/classes/names-field.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { PinCardSheets } from "~/components/staff/pin-cards/pin-card-sheets.tsx";
import cardStyles from "~/components/staff/pin-cards/pin-cards.css?url";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import { useErrorFocus } from "~/components/staff/use-error-focus.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const { classroom, pupils } = await readClassroom(ctx, { classroomId });
  const enrolled = pupils.items.map(({ familyName, givenName }) => `${familyName} ${givenName}`.trim());
  return { classroom, enrolled, maxNames: maxNamesAtOnce };
});

interface Answer {
  readonly cards?: readonly PinCard[];
  readonly origin?: string;
  readonly empty?: boolean;
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const classroomId = idParam("classroom", params["classroomId"], "school.no-classroom");
  const names = String((await readForm(request)).get("names") ?? "");
  if (names.trim() === "") return data({ empty: true }, { status: 400 });
  const cards = await enrolPupils(ctx, { classroomId, names });
  return { cards, origin: siteOrigin(request) };
});

/** Adds pupils from a pasted list; their cards follow at once. */
export default function AddPupils() {
  const { classroom, enrolled, maxNames } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const busy = useNavigation().formMethod === "POST";
  const form = useErrorFocus<HTMLFormElement>(answer);
  const t = useWords("teach");
  const { classroomId, name } = classroom;
  const { cards, origin = "", empty, refusal } = answer ?? {};
  const back = { to: `/teach/classes/${classroomId}`, label: t("backToClass", { name }) };

  if (cards && cards.length > 0) {
    return (
      <>
        <PageHeading title={t("cardsOf", { name })} back={back} />
        <PinCardSheets cards={cards} origin={origin} classroomId={classroomId} />
      </>
    );
  }
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("addPupils")} back={back}>
        {t("classTitle", { name })}
      </PageHeading>
      <Form method="post" noValidate ref={form} className="sheet grid gap-5 p-5">
        <RefusalNotice refusal={refusal} />
        {cards && (
          <Notice announced>
            <p>{t("allEnrolled")}</p>
          </Notice>
        )}
        <NamesField enrolled={enrolled} maxNames={maxNames} error={empty ? t("namesMissing") : undefined} />
        <Button type="submit" look="main" busy={busy}>
          {t("enrol")}
        </Button>
      </Form>
    </div>
  );
}

export const links = () => [{ rel: "stylesheet", href: cardStyles }];

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "teach", "addPupils");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
