import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { dateTime } from "~/i18n/format.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Dialog } from "../../dialog.tsx";
import { Icon } from "../../icon.tsx";
import { Notice } from "../../notice.tsx";
import { PageHeading } from "../page-heading.tsx";
import { RefusalNotice } from "../refusal-notice.tsx";
import { ReasonField } from "./reason-field.tsx";

export interface AiSwitchAnswer {
  readonly switched?: "on" | "off";
  readonly refusal?: Refusal;
}

interface AiSwitchPageProps {
  scope: "school" | "everywhere";
  /** Undefined: nobody ever touched it, so AI is on. */
  state: { readonly on: boolean; readonly reason: string; readonly changedAtMs: number } | undefined;
  answer: AiSwitchAnswer | undefined;
}

/** How the kill switch stands, since when and why, and the one button that throws it. */
export function AiSwitchPage({ scope, state, answer }: AiSwitchPageProps) {
  const [asking, setAsking] = useState(false);
  const busy = useNavigation().formMethod === "POST";
  const t = useWords("oversight");
  const locale = useLocale();
  const on = state?.on ?? true;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("ai")}>{t(scope === "school" ? "aiSchoolText" : "aiEverywhereText")}</PageHeading>
      <div className="grid gap-5">
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.switched && (
          <Notice look={answer.switched === "on" ? "good" : "warm"} announced>
            {t(answer.switched === "on" ? "switchedOn" : "switchedOff")}
          </Notice>
        )}
        <section className="sheet grid gap-4 p-5">
          <div className="flex flex-wrap items-center justify-between gap-4">
            <p className="flex items-center gap-3 text-xl font-semibold">
              <Icon name={on ? "check" : "lock"} className={`size-6 ${on ? "text-good" : "text-danger"}`} />
              {t(on ? "aiOn" : "aiOff")}
            </p>
            <Button look={on ? "danger" : "main"} busy={busy} onClick={() => setAsking(true)}>
              {t(on ? "switchOff" : "switchOn")}
            </Button>
          </div>
          {state && (
            <p className="text-ink-soft wrap-anywhere">
              {t("aiSince", { when: dateTime(locale, state.changedAtMs), reason: state.reason })}
            </p>
          )}
          <p className="text-ink-soft">{t("aiStays")}</p>
        </section>
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t(on ? "switchOff" : "switchOn")}>
        <Form method="post" onSubmit={() => setAsking(false)} className="grid gap-5 p-4">
          <input type="hidden" name="intent" value={on ? "off" : "on"} />
          <div className="grid gap-2">
            <p className="text-lg font-medium">{t(on ? "switchOffTitle" : "switchOnTitle")}</p>
            <p className="text-ink-soft">{t(on ? "switchOffText" : "switchOnText")}</p>
          </div>
          <ReasonField />
          <div className="flex flex-wrap justify-end gap-2">
            <Cancel onClick={() => setAsking(false)} />
            <Button type="submit" look={on ? "danger" : "main"}>
              {t(on ? "switchOff" : "switchOn")}
            </Button>
          </div>
        </Form>
      </Dialog>
    </div>
  );
}

function Cancel({ onClick }: { onClick: () => void }) {
  const t = useWords("common");
  return <Button onClick={onClick}>{t("cancel")}</Button>;
}
