import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { StaffSections } from "~/components/staff/staff-sections.tsx";
import { StaffShell } from "~/components/staff/staff-shell.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { revalidateForLanguage } from "~/i18n/words-revalidation.ts";

/** Who administers, and the words of the area; loaded once a visit. Each page asks for its own permission again. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const { actor } = await actorContext(request, "platform-admin");
  return { name: actor.name, words: dictionaryFor(localeOf(request), "admin", "books", "subjects") };
});

export const shouldRevalidate = revalidateForLanguage;

export default function Admin() {
  const { name } = useLoaded<typeof loader>();
  const t = useWords("admin");
  return (
    <StaffShell
      home="/admin/textbooks"
      area={t("title")}
      person={{ name, role: t("role") }}
      accountLabel={t("account")}
      sections={<StaffSections of="platform-admin" safeguarding />}
    >
      <Outlet />
    </StaffShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
