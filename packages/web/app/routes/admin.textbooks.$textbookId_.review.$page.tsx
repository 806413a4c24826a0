import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { DomainError, httpStatus } from "@ukhaan/core/kernel";
import { openPageForReview } from "@ukhaan/core/textbook";
import { PassageKind } from "@ukhaan/core/textbook/schema";
import { changePageByForm, nextPage } from "~/.server/change-page.ts";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { readForm } from "~/.server/read-form.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import reviewStyles from "~/components/staff/review/review.css?url";
import { PageReviewer } from "~/components/staff/review/page-reviewer.tsx";
import { steadyLoader } from "~/components/staff/steady-loader.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const page = await openPageForReview(ctx, {
    textbookId: params["textbookId"] ?? "",
    pdfPage: Number(params["page"]),
  });
  const skipTo = await nextPage(ctx, page.textbookId, page.cursor);
  return { page, skipTo, words: dictionaryFor(localeOf(request), "review") };
});

export const clientLoader = steadyLoader();

/** What came of a form that was sent without script. */
interface Answer {
  readonly refusal: Refusal;
  readonly typed: { readonly passageId: string; readonly text: string; readonly kind: PassageKind } | undefined;
}

/** Without script: does it and shows the page again at the passage; a refusal leaves what was typed in its field. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  let form = new FormData();
  try {
    form = await readForm(request);
    const { next } = await changePageByForm(request, params, form);
    const { pathname } = new URL(request.url);
    const passageId = form.get("passageId");
    return redirect(next ?? (typeof passageId === "string" ? `${pathname}#${passageId}` : pathname));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const answer: Answer = { refusal: { code: error.code, details: error.details }, typed: typedIn(form) };
    return data(answer, { status: httpStatus(error) });
  }
};

function typedIn(form: FormData): Answer["typed"] {
  const [passageId, text] = [form.get("passageId"), form.get("text")];
  const kind = PassageKind.safeParse(form.get("kind"));
  if (typeof passageId !== "string" || typeof text !== "string" || !kind.success) return undefined;
  return { passageId, text, kind: kind.data };
}

/** One page to be checked: its image beside its passages. */
export default function ReviewPage() {
  const { page, skipTo } = useLoaded<typeof loader>();
  const answer: Answer | undefined = useActed<typeof action>();
  // Another page is another reviewer: nothing of the one before may stay.
  return <PageReviewer key={page.pdfPage} page={page} skipTo={skipTo} refused={answer} />;
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: reviewStyles }];

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.page.title ?? ""} ${loaded?.page.pdfPage ?? ""} · Ухаан` },
];

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
