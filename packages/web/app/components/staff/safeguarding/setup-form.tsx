import { Form, useNavigation } from "@remix-run/react";
import type { SafeguardCandidate, SafeguardView } from "@ukhaan/core/school/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { SelectField } from "../../field.tsx";

/** Names the person and the deputy. */
export function SetupForm({ safeguard, people }: { safeguard: SafeguardView; people: readonly SafeguardCandidate[] }) {
  const t = useWords("safeguarding");
  const busy = useNavigation().formData?.get("intent") === "name";
  const named = safeguard.nominee ?? safeguard.safeguard;
  const options = people.map(({ staffId, name }) => (
    <option key={staffId} value={staffId}>
      {name}
    </option>
  ));
  return (
    <Form method="post" className="sheet grid gap-4 p-4 sm:p-6">
      <input type="hidden" name="intent" value="name" />
      <SelectField label={t("safeguard")} name="staffId" defaultValue={named?.staffId ?? ""} required>
        <option value="" disabled>
          {t("chooseSafeguard")}
        </option>
        {options}
      </SelectField>
      <SelectField
        label={t("deputy")}
        hint={t("deputyHint")}
        name="deputyId"
        defaultValue={safeguard.deputy?.staffId ?? ""}
      >
        <option value="">{t("noDeputy")}</option>
        {options}
      </SelectField>
      <Button type="submit" look="main" busy={busy} className="justify-self-start">
        {t("save")}
      </Button>
    </Form>
  );
}
