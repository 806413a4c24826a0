import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { StaffShell } from "~/components/staff/staff-shell.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { revalidateForLanguage } from "~/i18n/words-revalidation.ts";

/** Who teaches, and the words of the area; loaded once a visit. Each page asks for its own permission again. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const { actor } = await actorContext(request, "teacher", "school-admin");
  return { name: actor.name, role: actor.role, words: dictionaryFor(localeOf(request), "teach") };
});

export const shouldRevalidate = revalidateForLanguage;

export default function Teach() {
  const { name, role } = useLoaded<typeof loader>();
  const t = useWords("teach");
  const person = { name, role: t(role === "school-admin" ? "roleSchoolAdmin" : "roleTeacher") };
  return (
    <StaffShell home="/teach" area={t("title")} person={person} accountLabel={t("account")}>
      <Outlet />
    </StaffShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
