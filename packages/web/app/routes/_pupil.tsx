import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { maxQuestionLength } from "@ukhaan/core/tutor/schema";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { booksOfGrade } from "~/.server/pupil-books.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useFreshOnReturn } from "~/components/use-fresh-on-return.ts";
import { revalidateForLanguage } from "~/i18n/words-revalidation.ts";

/** What every page of a pupil knows: who, the subjects of the books at hand, the words. Loaded once a visit. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const { studentId, name, grade } = ctx.actor;
  const books = await booksOfGrade(ctx, grade);
  const subjects = [...new Set(books.filter(({ state }) => state === "ready").map(({ subject }) => subject))];
  return {
    pupil: { studentId, name, grade },
    subjects,
    maxQuestionLength,
    words: dictionaryFor(localeOf(request), "chat", "access", "books", "me", "subjects"),
  };
});

export const shouldRevalidate = revalidateForLanguage;

export default function PupilPages() {
  useFreshOnReturn();
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
