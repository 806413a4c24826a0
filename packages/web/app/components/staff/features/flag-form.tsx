import { Form, useNavigation } from "@remix-run/react";
import type { FlagRule, FlagView } from "@ukhaan/core/flag/schema";
import type { ReactNode } from "react";
import { dateTime } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { SelectField, TextField } from "../../field.tsx";
import { TextAreaField } from "../text-area-field.tsx";

/** How one flag stands, since when and why, and the form that sets it; works without script. */
export function FlagForm({ flag: { name, rule, version, reason, changedAtMs } }: { flag: FlagView }) {
  const t = useWords("features");
  const locale = useLocale();
  const busy = useNavigation().formMethod === "POST";
  const state = useStateInWords(rule);
  return (
    <Form method="post" className="sheet grid gap-5 p-5">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="version" value={version} />
      <div className="grid gap-1">
        <h2 className="text-xl">{t(`name-${name}`)}</h2>
        <p className="text-ink-soft">{t(`text-${name}`)}</p>
        <p className="mt-2 font-semibold">{t("now", { state })}</p>
        <p className="text-sm text-ink-soft wrap-anywhere">
          {changedAtMs === undefined
            ? t("untouched")
            : t("since", { when: dateTime(locale, changedAtMs), reason: reason ?? "" })}
        </p>
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium">{t("whom")}</legend>
        <Kind kind="on" rule={rule} />
        <Kind kind="off" rule={rule} />
        <Kind kind="percentage" rule={rule}>
          <TextField
            label={t("percent")}
            hint={t("percentHint")}
            name="percent"
            type="number"
            inputMode="numeric"
            min={0}
            max={100}
            defaultValue={rule.kind === "percentage" ? rule.percent : 10}
          />
          <SelectField label={t("by")} name="by" defaultValue={rule.kind === "percentage" ? rule.by : "school"}>
            <option value="school">{t("by-school")}</option>
            <option value="pupil">{t("by-pupil")}</option>
          </SelectField>
        </Kind>
        <Kind kind="schools" rule={rule}>
          <TextAreaField
            label={t("schoolIds")}
            hint={t("schoolIdsHint")}
            name="schoolIds"
            rows={3}
            spellCheck={false}
            defaultValue={rule.kind === "schools" ? rule.schoolIds.join("\n") : ""}
          />
        </Kind>
      </fieldset>
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        name="reason"
        required
        minLength={3}
        maxLength={300}
        autoComplete="off"
      />
      <div className="flex justify-end">
        <Button type="submit" look="main" busy={busy}>
          {t("set")}
        </Button>
      </div>
    </Form>
  );
}

/** One kind of rule; its own fields are there as soon as it is chosen, by style alone. */
function Kind({ kind, rule, children }: { kind: FlagRule["kind"]; rule: FlagRule; children?: ReactNode }) {
  const t = useWords("features");
  return (
    <div className="group rounded-md border border-line px-3 has-[input:checked]:border-lake has-[input:checked]:bg-lake-soft">
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="radio"
          name="kind"
          value={kind}
          defaultChecked={rule.kind === kind}
          className="size-5 accent-lake"
        />
        {t(`kind-${kind}`)}
      </label>
      {children && <div className="hidden gap-4 pb-4 group-has-[input[type=radio]:checked]:grid">{children}</div>}
    </div>
  );
}

function useStateInWords(rule: FlagRule): string {
  const t = useWords("features");
  switch (rule.kind) {
    case "percentage":
      return t(`state-${rule.by}`, { percent: rule.percent });
    case "schools":
      return t("state-schools", { n: rule.schoolIds.length });
    default:
      return t(`state-${rule.kind}`);
  }
}
