import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  acknowledgeFlag,
  closeFlag,
  markFalseAlarm,
  markNotificationsRead,
  noteOnFlag,
  readFlag,
  recordContact,
} from "@ukhaan/core/safety";
import { parse } from "@ukhaan/core/kernel";
import { RecordContactInput } from "@ukhaan/core/safety/schema";
import { actorContext } from "~/.server/context.ts";
import { idParam } from "~/.server/id-param.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { fromLocalField, toLocalField } from "~/.server/ulaanbaatar-time.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import { Due, SeverityBadge } from "~/components/staff/safeguarding/badges.tsx";
import { FlagActions } from "~/components/staff/safeguarding/flag-actions.tsx";
import { History } from "~/components/staff/safeguarding/history.tsx";
import { Talk } from "~/components/staff/safeguarding/talk.tsx";
import { dateTime } from "~/i18n/format.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  const flag = await readFlag(ctx, which(request, params["flagId"]));
  return { flag, now: toLocalField(ctx.clock.nowMs()) };
});

const intents = ["acknowledge", "note", "contact", "false-alarm", "close"] as const;
type Intent = (typeof intents)[number];
interface Answer {
  readonly done?: Intent;
  readonly refusal?: Refusal;
}

export const action = formAction(async ({ request, params }: ActionFunctionArgs): Promise<Answer> => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  const form = await readForm(request);
  const flag = which(request, params["flagId"]);
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = readIntent(form, ...intents);
  switch (intent) {
    case "acknowledge":
      await acknowledgeFlag(ctx, flag);
      await markNotificationsRead(ctx);
      break;
    case "note":
      await noteOnFlag(ctx, { ...flag, text: text("text") });
      break;
    case "contact": {
      const contact = { who: text("who"), how: text("how"), atMs: fromLocalField(text("at")), text: text("text") };
      await recordContact(ctx, parse(RecordContactInput, { ...flag, ...contact }));
      break;
    }
    case "false-alarm":
      await markFalseAlarm(ctx, { ...flag, reason: text("reason"), shareExample: form.get("share") === "on" });
      break;
    case "close":
      await closeFlag(ctx, flag);
      break;
  }
  return { done: intent };
});

/** One flag: what was written, what happened since, and what to do. */
export default function Flag() {
  const { flag, now } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const t = useWords("safeguarding");
  const locale = useLocale();
  const advice = ({ urgent: "adviceUrgent", high: "adviceHigh", normal: "adviceNormal" } as const)[flag.severity];
  const isRunning = flag.state === "open" || flag.state === "acknowledged";
  return (
    <>
      <PageHeading title={t(`kind-${flag.kind}`)} back={{ to: "/safeguarding", label: t("backToFlags") }}>
        {flag.pupil.name} · {t("gradeOf", { n: flag.pupil.grade })} ·{" "}
        {t("raisedAt", { when: dateTime(locale, flag.raisedAtMs) })}
      </PageHeading>
      <div className="grid gap-6">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SeverityBadge severity={flag.severity} />
          <Due flag={flag} />
          <span className="text-sm text-ink-soft">
            {flag.assignees.length > 0 ? t("askedNow", { names: flag.assignees.join(", ") }) : t("nobodyAsked")}
          </span>
        </p>
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.done && (
          <Notice look="good" announced>
            {t(doneWords[answer.done])}
          </Notice>
        )}
        {isRunning && (
          <Notice look={flag.severity === "urgent" ? "danger" : "warm"} icon="heart">
            <p className="font-medium">{t("whatNow")}</p>
            <p>{t(advice)}</p>
          </Notice>
        )}
        <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
          <section className="grid content-start gap-3">
            <h2 className="text-xl">{t("whatWasWritten")}</h2>
            {flag.talk.length > 0 && <p className="text-sm text-ink-soft">{t("whatWasWrittenText")}</p>}
            <Talk flag={flag} />
          </section>
          <div className="grid content-start gap-8">
            <FlagActions flag={flag} now={now} done={answer?.done} />
            <section className="grid gap-3">
              <h2 className="text-xl">{t("history")}</h2>
              <History steps={flag.steps} />
            </section>
          </div>
        </div>
      </div>
    </>
  );
}

const doneWords = {
  acknowledge: "acknowledged",
  note: "noted",
  contact: "contacted",
  "false-alarm": "falseAlarmDone",
  close: "closed",
} as const satisfies Record<Intent, string>;

/** The flag that the address means; a platform administrator's names the school too. */
function which(request: Request, flagId: string | undefined) {
  const school = new URL(request.url).searchParams.get("school");
  return {
    flagId: idParam("flag", flagId, "safety.no-flag"),
    ...(school === null ? {} : { schoolId: idParam("school", school, "safety.no-flag") }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "safeguarding", data ? `kind-${data.flag.kind}` : "flagsTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/safeguarding" />;
}
