import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useNavigation } from "@remix-run/react";
import { editTextbook, readTextbook } from "@ukhaan/core/textbook";
import { useState } from "react";
import { subjects } from "@ukhaan/core/textbook/schema";
import { actorContext } from "~/.server/context.ts";
import { readForm } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { Button, ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { Notice } from "~/components/notice.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { RefusalNotice } from "~/components/staff/refusal-notice.tsx";
import { BookFields } from "~/components/staff/upload/book-fields.tsx";
import { bookProblems, type BookProblems, readBookForm } from "~/components/staff/upload/book-form.ts";
import { valuesOfBook } from "~/components/staff/upload/first-values.ts";
import { useErrorFocus } from "~/components/staff/use-error-focus.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

const fields = ["title", "subject", "grade", "year", "language", "required", "publisher", "licence"] as const;

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  return { book: await readTextbook(ctx, { textbookId: params["textbookId"] ?? "" }), subjects };
});

interface Answer {
  readonly refusal?: Refusal;
  readonly problems?: BookProblems;
}

export const action = formAction(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const textbookId = params["textbookId"] ?? "";
  const form = await readForm(request);
  // The edition is where the book's files lie; it is no field here.
  const { edition: _edition, ...problems } = bookProblems(form);
  if (Object.keys(problems).length > 0) return { problems };
  const { title, subject, grade, year, language = "mn", licence, publisher, required = true } = readBookForm(form);
  const seenAtMs = Number(form.get("seenAtMs"));
  await editTextbook(ctx, {
    textbookId,
    ...(seenAtMs > 0 ? { seenAtMs } : {}),
    title,
    subject,
    grade,
    year,
    language,
    licence,
    publisher,
    required,
  });
  return redirect(`/admin/textbooks/${textbookId}?edited`);
});

/** Corrects what is written down about a textbook. */
export default function EditTextbook() {
  const { book, subjects: all } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  const t = useWords("admin");
  const common = useWords("common");
  const form = useErrorFocus<HTMLFormElement>(answer);
  // As the fields were filled in: what is loaded after a refusal has not been seen.
  const [seenAtMs] = useState(book.updatedAtMs);
  const busy = useNavigation().formMethod === "POST";
  const address = `/admin/textbooks/${book.textbookId}`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("editTitle")} back={{ to: address, label: t("backToTextbook") }} />
      {book.state === "ingesting" ? (
        <Notice look="warm">{t("editLater")}</Notice>
      ) : (
        <Form ref={form} method="post" noValidate className="sheet grid gap-5 p-5">
          <RefusalNotice refusal={answer?.refusal} />
          <input type="hidden" name="seenAtMs" value={seenAtMs} />
          <BookFields subjects={all} values={valuesOfBook(book)} problems={answer?.problems ?? {}} fields={fields} />
          {(book.state === "ready" || book.state === "replaced") && (
            <p className="text-sm text-ink-soft">{t("editText")}</p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="main" busy={busy}>
              {common("save")}
            </Button>
            <ButtonLink to={address}>{common("cancel")}</ButtonLink>
          </div>
        </Form>
      )}
    </div>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "admin", "editTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
