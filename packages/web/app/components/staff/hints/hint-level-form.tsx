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
            className="flex cursor-pointer gap-3 rounded-md border border-line p-3.5 hover:bg-sunken has-checked:border-accent has-checked:bg-sunken"
          >
            <input
              type="radio"
              name="level"
              value={one}
              defaultChecked={one === level}
              className="mt-1 size-5 shrink-0"
            />
            <span className="grid gap-0.5">
              <span className="font-medium">
                {t(`level_${one}`)}
                {one === "hints" && <span className="ml-2 text-sm font-normal text-ink-soft">{t("recommended")}</span>}
              </span>
              <span className="text-sm text-ink-soft">{t(`level_${one}_text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="main" busy={busy} className="justify-self-start">
        {t("save")}
      </Button>
    </Form>
  );
}
