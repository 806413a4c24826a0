import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { readSafeguard } from "@ukhaan/core/school";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { type Tab, Tabs } from "~/components/staff/safeguarding/tabs.tsx";
import { StaffSections } from "~/components/staff/staff-sections.tsx";
import { StaffShell } from "~/components/staff/staff-shell.tsx";
import { useWords } from "~/i18n/use-words.ts";

/** Who is here, and what they are in safeguarding. Each page asks for its own permission again. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  const { name, role } = ctx.actor;
  const isNational = role === "platform-admin";
  const you = isNational ? ("nobody" as const) : (await readSafeguard(ctx)).you;
  const hasDuty = role !== "teacher" || you === "safeguard" || you === "deputy";
  return { name, role, you, hasDuty, isNational, words: dictionaryFor(localeOf(request), "safeguarding") };
});

export default function Safeguarding() {
  const { name, role, you, hasDuty, isNational } = useLoaded<typeof loader>();
  const t = useWords("safeguarding");
  const roles = {
    teacher: "roleTeacher",
    "school-admin": "roleSchoolAdmin",
    "platform-admin": "rolePlatformAdmin",
  } as const;
  const duty: Tab[] = [
    { to: "/safeguarding", label: t("tabFlags"), end: true },
    { to: "/safeguarding/review", label: t("tabReview") },
    ...(isNational ? [] : [{ to: "/safeguarding/report", label: t("tabReport") }]),
  ];
  const tabs = [...(hasDuty ? duty : []), ...(isNational ? [] : [{ to: "/safeguarding/setup", label: t("tabSetup") }])];
  return (
    <StaffShell
      home={hasDuty ? "/safeguarding" : "/teach"}
      area={t("title")}
      person={{ name, role: t(roles[role]) }}
      accountLabel={t("account")}
      sections={<StaffSections of={role} safeguarding={hasDuty || you !== "nobody"} />}
    >
      <Tabs tabs={tabs} />
      <Outlet />
    </StaffShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
