import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form } from "@remix-run/react";
import {
  confirmSafeguard,
  listSafeguardCandidates,
  nameSafeguard,
  readSafeguard,
  setSafeguardAway,
} from "@ukhaan/core/school";
import { maxAwayDays, type SafeguardView } from "@ukhaan/core/school/schema";
import { requireRole } from "@ukhaan/core/kernel";
import { actorContext } from "~/.server/context.ts";
import { followCursor } from "~/.server/follow-cursor.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { Button } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { TextField } from "~/components/field.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import { SetupForm } from "~/components/staff/safeguarding/setup-form.tsx";
import { date } from "~/i18n/format.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const { actor } = ctx;
  const [safeguard, people] = await Promise.all([
    readSafeguard(ctx),
    actor.role === "school-admin"
      ? followCursor((cursor) => listSafeguardCandidates({ ...ctx, actor }, cursor), 20)
      : undefined,
  ]);
  return { safeguard, people };
});

interface Answer {
  readonly done?: "saved" | "confirmed" | "awaySet";
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request }: ActionFunctionArgs): Promise<Answer> => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? "");
  switch (readIntent(form, "name", "confirm", "away")) {
    case "name": {
      const deputyId = text("deputyId");
      const named = { staffId: text("staffId"), ...(deputyId === "" ? {} : { deputyId }) };
      await nameSafeguard({ ...ctx, actor: requireRole(ctx.actor, "school-admin") }, named);
      return { done: "saved" };
    }
    case "confirm":
      await confirmSafeguard(ctx);
      return { done: "confirmed" };
    case "away":
      await setSafeguardAway(ctx, { days: Number(text("days")) });
      return { done: "awaySet" };
  }
});

/** Who cares for the school's flags: named by the administrator, confirmed by that person. */
export default function Setup() {
  const { safeguard, people } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const t = useWords("safeguarding");
  return (
    <>
      <PageHeading title={t("setupTitle")}>{t("setupText")}</PageHeading>
      <div className="grid max-w-2xl gap-6">
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.done && (
          <Notice look="good" announced>
            {t(answer.done)}
          </Notice>
        )}
        {safeguard.you === "to-confirm" && (
          <Form method="post" className="grid gap-3 rounded-lg border border-lake bg-lake-soft p-4 sm:p-6">
            <h2 className="text-xl">{t("confirmTitle")}</h2>
            <p className="leading-relaxed">{t("confirmText")}</p>
            <Button type="submit" name="intent" value="confirm" look="main" icon="check" className="justify-self-start">
              {t("confirm")}
            </Button>
          </Form>
        )}
        <Standing safeguard={safeguard} />
        {people && (
          <SetupForm
            key={`${safeguard.safeguard?.staffId}-${safeguard.deputy?.staffId}-${safeguard.nominee?.staffId}`}
            safeguard={safeguard}
            people={people}
          />
        )}
        {safeguard.you === "safeguard" && <Away safeguard={safeguard} />}
        <Notice icon="people">
          <p className="font-medium">{t("toldTitle")}</p>
          <p>{t("toldText")}</p>
        </Notice>
      </div>
    </>
  );
}

function Standing({ safeguard: view }: { safeguard: SafeguardView }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  const { safeguard, deputy, nominee, confirmedAtMs, awayUntilMs } = view;
  if (!safeguard) return <Notice look="danger">{t("setupNobody")}</Notice>;
  const { name } = safeguard;
  return (
    <div className="grid gap-3">
      {confirmedAtMs === undefined ? (
        <Notice look="danger">{t("setupUnconfirmed", { name })}</Notice>
      ) : (
        <Notice look="good">{t("setupConfirmed", { name, when: date(locale, confirmedAtMs) })}</Notice>
      )}
      {nominee && <Notice look="warm">{t("setupNominee", { name: nominee.name, current: name })}</Notice>}
      {awayUntilMs !== undefined && <Notice look="warm">{t("setupAway", { when: date(locale, awayUntilMs) })}</Notice>}
      <p className="text-ink-soft">
        {t("deputy")}: {deputy?.name ?? t("noDeputy")}
      </p>
    </div>
  );
}

function Away({ safeguard: { awayUntilMs } }: { safeguard: SafeguardView }) {
  const t = useWords("safeguarding");
  return (
    <section className="sheet grid gap-3 p-4 sm:p-6">
      <h2 className="text-xl">{t("awayTitle")}</h2>
      <p className="text-ink-soft">{t("awayText")}</p>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="away" />
        {awayUntilMs === undefined ? (
          <>
            <TextField
              label={t("awayDays")}
              name="days"
              type="number"
              min={1}
              max={maxAwayDays}
              defaultValue={1}
              required
            />
            <Button type="submit">{t("goAway")}</Button>
          </>
        ) : (
          <Button type="submit" name="days" value="0">
            {t("comeBack")}
          </Button>
        )}
      </Form>
    </section>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "safeguarding", "setupTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
