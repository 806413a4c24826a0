import { Form, useNavigation } from "@remix-run/react";
import { contactPeople, contactWays, type FlagDetail } from "@ukhaan/core/safety/schema";
import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { SelectField, TextField } from "../../field.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { TextAreaField } from "../text-area-field.tsx";

interface FlagActionsProps {
  flag: FlagDetail;
  /** Now in Ulaanbaatar, as a date-and-time field wants it. */
  now: string;
  /** What was just done: its form is empty again. */
  done: string | undefined;
}

/** What a person does with a flag that has not ended. */
export function FlagActions({ flag, now, done }: FlagActionsProps) {
  if (flag.state !== "open" && flag.state !== "acknowledged") return null;
  return (
    <div className="grid gap-6">
      {flag.state === "open" && <Acknowledge />}
      <Note key={`note-${flag.steps.length}`} />
      <Contact key={`contact-${flag.steps.length}`} now={now} />
      <Ending flag={flag} done={done} />
    </div>
  );
}

const useBusy = (intent: string) => useNavigation().formData?.get("intent") === intent;

function Acknowledge() {
  const t = useWords("safeguarding");
  return (
    <Form method="post" className="grid gap-2 rounded-lg border border-lake bg-lake-soft p-4">
      <p>{t("acknowledgeText")}</p>
      <Button type="submit" name="intent" value="acknowledge" look="main" icon="check" busy={useBusy("acknowledge")}>
        {t("acknowledge")}
      </Button>
    </Form>
  );
}

function Note() {
  const t = useWords("safeguarding");
  const busy = useBusy("note");
  return (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="intent" value="note" />
      <TextAreaField label={t("note")} hint={t("noteHint")} name="text" rows={3} required maxLength={2_000} />
      <Button type="submit" busy={busy} className="justify-self-start">
        {t("addNote")}
      </Button>
    </Form>
  );
}

function Contact({ now }: { now: string }) {
  const t = useWords("safeguarding");
  const busy = useBusy("contact");
  return (
    <details className="rounded-lg border border-line">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-medium">{t("contact")}</summary>
      <Form method="post" className="grid gap-3 p-4 pt-2">
        <input type="hidden" name="intent" value="contact" />
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField label={t("contactWho")} name="who">
            {contactPeople.map((who) => (
              <option key={who} value={who}>
                {t(`who-${who}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t("contactHow")} name="how">
            {contactWays.map((how) => (
              <option key={how} value={how}>
                {t(`how-${how}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField label={t("contactWhen")} name="at" type="datetime-local" defaultValue={now} max={now} required />
        <TextAreaField label={t("contactText")} name="text" rows={2} maxLength={2_000} />
        <Button type="submit" busy={busy} className="justify-self-start">
          {t("addContact")}
        </Button>
      </Form>
    </details>
  );
}

function Ending({ flag, done }: { flag: FlagDetail; done: string | undefined }) {
  const t = useWords("safeguarding");
  const [closing, setClosing] = useState(false);
  const falseAlarm = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (done !== undefined && falseAlarm.current) falseAlarm.current.open = false;
  }, [done]);
  const busy = useBusy("false-alarm");
  return (
    <div className="grid gap-3 border-t border-line pt-6">
      <div className="grid gap-2">
        <Button
          look={flag.state === "acknowledged" ? "main" : "quiet"}
          className="justify-self-start"
          onClick={() => setClosing(true)}
        >
          {t("close")}
        </Button>
        <p className="text-sm text-ink-soft">{t("closeText")}</p>
      </div>
      <details ref={falseAlarm} className="rounded-lg border border-line">
        <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-medium">{t("falseAlarm")}</summary>
        <Form method="post" className="grid gap-3 p-4 pt-2">
          <input type="hidden" name="intent" value="false-alarm" />
          <p className="text-ink-soft">{t("falseAlarmText")}</p>
          <TextAreaField label={t("falseAlarmReason")} name="reason" rows={2} required maxLength={2_000} />
          {flag.excerpt !== "" && (
            <div className="grid gap-2">
              <blockquote className="rounded-md bg-sunken px-3 py-2 wrap-anywhere">{flag.excerpt}</blockquote>
              <label className="flex min-h-11 items-start gap-3">
                <input type="checkbox" name="share" className="mt-1 size-5" />
                <span>{t("shareExample")}</span>
              </label>
            </div>
          )}
          <Button type="submit" look="danger" busy={busy} className="justify-self-start">
            {t("falseAlarm")}
          </Button>
        </Form>
      </details>
      <ConfirmDialog
        open={closing}
        onClose={() => setClosing(false)}
        title={t("close")}
        question={t("closeQuestion")}
        text={t("closeText")}
        confirm={t("close")}
        fields={{ intent: "close" }}
      />
    </div>
  );
}
