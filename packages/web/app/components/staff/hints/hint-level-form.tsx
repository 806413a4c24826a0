import { Form, useNavigation } from "@remix-run/react";
import { type HintLevel, hintLevels } from "@ukhaan/core/tutor/schema";
import { Button } from "~/components/button.tsx";
import { useWords } from "~/i18n/use-words.ts";

/** The class's level as four choices, each with what it means for the pupils. */
export function HintLevelForm({ level }: { level: HintLevel }) {
  const t = useWords("hints");
  const busy = useNavigation().formData?.get("intent") === "set-level";
  return (
    <Form method="post" className="sheet grid gap-4 p-5">
      <input type="hidden" name="intent" value="set-level" />
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-xl">{t("levelLegend")}</legend>
        {hintLevels.map((one) => (
          <label
            key={one}
            className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 rounded-md border border-line p-3.5 hover:bg-sunken has-checked:border-accent has-checked:bg-sunken"
          >
            <input type="radio" name="level" value={one} defaultChecked={one === level} className="mt-1 size-5" />
            <span className="font-medium">
              {t(`level_${one}`)}
              {one === "hints" && <span className="ml-2 text-sm font-normal text-ink-soft">{t("recommended")}</span>}
            </span>
            <span className="col-start-2 text-sm text-ink-soft">{t(`level_${one}_text`)}</span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="main" busy={busy} className="justify-self-start">
        {t("save")}
      </Button>
    </Form>
  );
}
