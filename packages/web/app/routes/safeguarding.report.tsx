import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { readSafetyReport } from "@ukhaan/core/safety";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { ReportFigures, ReportKinds, ReportWeeks } from "~/components/staff/safeguarding/report-figures.tsx";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin");
  return { report: await readSafetyReport(ctx) };
});

/** How the school fares with its flags, in counts and times. */
export default function Report() {
  const { report } = useLoaded<typeof loader>();
  const t = useWords("safeguarding");
  return (
    <>
      <PageHeading title={t("reportTitle")}>{t("reportText", { n: report.weeks.length })}</PageHeading>
      <div className="grid gap-8">
        <ReportFigures report={report} />
        <div className="grid gap-8 lg:grid-cols-2">
          <ReportWeeks report={report} />
          <ReportKinds report={report} />
        </div>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "safeguarding", "reportTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
