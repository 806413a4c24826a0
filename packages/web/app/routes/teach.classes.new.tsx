import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useNavigation } from "@remix-run/react";
import { openClassroom } from "@ukhaan/core/school";
import { actorContext } from "~/.server/context.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { Button } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { SelectField, TextField } from "~/components/field.tsx";
import { useActed } from "~/components/loaded.ts";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import { useErrorFocus } from "~/components/staff/use-error-focus.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  await actorContext(request, "teacher", "school-admin");
  return null;
});

interface Missing {
  readonly name: boolean;
  readonly grade: boolean;
}

export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const form = await request.formData();
  const name = String(form.get("name") ?? "").trim();
  const grade = Number(form.get("grade"));
  if (name === "" || !(grade >= 1))
    return data({ missing: { name: name === "", grade: !(grade >= 1) } }, { status: 400 });
  const { classroomId } = await openClassroom(ctx, { name, grade });
  return redirect(`/teach/classes/${classroomId}/pupils`);
});

/** Opens a class; its pupils come in the next step. */
export default function OpenClass() {
  const answer: { missing?: Missing; refusal?: Refusal } | undefined = useActed<typeof action>();
  const busy = useNavigation().formMethod === "POST";
  const form = useErrorFocus<HTMLFormElement>(answer);
  const t = useWords("teach");
  const common = useWords("common");
  const { missing, refusal } = answer ?? {};
  return (
    <div className="mx-auto max-w-lg">
      <PageHeading title={t("openClass")} back={{ to: "/teach", label: t("backToClasses") }}>
        {t("openClassText")}
      </PageHeading>
      <Form method="post" noValidate ref={form} className="sheet grid gap-5 p-5">
        <RefusalNotice refusal={refusal} />
        <TextField
          label={t("className")}
          hint={t("classNameHint")}
          name="name"
          maxLength={20}
          autoComplete="off"
          error={missing?.name ? t("classNameMissing") : undefined}
        />
        <SelectField
          label={t("grade")}
          name="grade"
          defaultValue=""
          error={missing?.grade ? t("gradeMissing") : undefined}
        >
          <option value="">{t("choose")}</option>
          {Array.from({ length: 12 }, (_, index) => (
            <option key={index + 1} value={index + 1}>
              {common("grade", { n: index + 1 })}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="main" busy={busy}>
          {t("openClassNext")}
        </Button>
      </Form>
    </div>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "teach", "openClass");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
