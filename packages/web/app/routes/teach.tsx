import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { readSafeguard } from "@ukhaan/core/school";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { DutyNotice } from "~/components/staff/safeguarding/duty-notice.tsx";
import { StaffSections } from "~/components/staff/staff-sections.tsx";
import { StaffShell } from "~/components/staff/staff-shell.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { revalidateForLanguage } from "~/i18n/words-revalidation.ts";

/** Who teaches, and the words of the area; loaded once a visit. Each page asks for its own permission again. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const { name, role } = ctx.actor;
  return { name, role, safeguard: await readSafeguard(ctx), words: dictionaryFor(localeOf(request), "teach") };
});

export const shouldRevalidate = revalidateForLanguage;

export default function Teach() {
  const { name, role, safeguard } = useLoaded<typeof loader>();
  const isAdmin = role === "school-admin";
  const t = useWords("teach");
  const person = { name, role: t(role === "school-admin" ? "roleSchoolAdmin" : "roleTeacher") };
  return (
    <StaffShell
      home="/teach"
      area={t("title")}
      person={person}
      accountLabel={t("account")}
      sections={<StaffSections of={role} safeguarding={isAdmin || safeguard.you !== "nobody"} />}
    >
      <DutyNotice safeguard={safeguard} isAdmin={isAdmin} />
      <Outlet />
    </StaffShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
