import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { dayInUlaanbaatar } from "@ukhaan/core/kernel";
import { addTextbook } from "@ukhaan/core/textbook";
import { subjects } from "@ukhaan/core/textbook/schema";
import { actorContext } from "~/.server/context.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { readBookForm } from "~/components/staff/upload/book-form.ts";
import { UploadForm } from "~/components/staff/upload/upload-form.tsx";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  return { subjects, thisYear: Number(dayInUlaanbaatar(ctx.clock.nowMs()).slice(0, 4)) };
});

/** Takes the details and answers where to send the file; the file itself never passes through here. */
export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  return addTextbook(ctx, readBookForm(await request.formData()));
});

export default function NewTextbook() {
  const { subjects, thisYear } = useLoaded<typeof loader>();
  const t = useWords("admin");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("upTitle")} back={{ to: "/admin/textbooks", label: t("backToTextbooks") }} />
      <UploadForm subjects={subjects} thisYear={thisYear} />
    </div>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "admin", "upTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
