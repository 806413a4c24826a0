import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { listClassrooms } from "@ukhaan/core/school";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { ButtonLink } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { ClassCard } from "~/components/staff/classes/class-card.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  const cursor = new URL(request.url).searchParams.get("after") ?? undefined;
  const page = await listClassrooms(ctx, cursor === undefined ? {} : { cursor });
  return {
    classrooms: page.items,
    next: page.cursor,
    isFirst: cursor === undefined,
    wholeSchool: ctx.actor.role === "school-admin",
  };
});

/** A teacher's classes, or all classes of the school for its administrator. */
export default function Classes() {
  const { classrooms, next, isFirst, wholeSchool } = useLoaded<typeof loader>();
  const t = useWords("teach");
  const open = (
    <ButtonLink to="/teach/classes/new" look="main" icon="plus">
      {t("openClass")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading title={t(wholeSchool ? "schoolClasses" : "myClasses")} actions={classrooms.length > 0 && open} />
      {classrooms.length === 0 ? (
        <EmptyState icon="people" title={t("noClasses")} text={t("noClassesText")}>
          {open}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {classrooms.map((classroom) => (
            <li key={classroom.classroomId} className="grid">
              <ClassCard classroom={classroom} />
            </li>
          ))}
        </ul>
      )}
      {(next !== undefined || !isFirst) && (
        <nav className="mt-6 flex flex-wrap justify-center gap-2">
          {!isFirst && <ButtonLink to="/teach">{t("firstClasses")}</ButtonLink>}
          {next !== undefined && (
            <ButtonLink to={`/teach?after=${encodeURIComponent(next)}`}>{t("moreClasses")}</ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "teach", data?.wholeSchool ? "schoolClasses" : "myClasses");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
