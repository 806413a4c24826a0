import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useSubmit } from "@remix-run/react";
import { readTextbookInsights } from "@ukhaan/core/learning";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { Button } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { SelectField } from "~/components/field.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { AskedBooks } from "~/components/staff/insights/asked-books.tsx";
import { InsightSection } from "~/components/staff/insights/insight-section.tsx";
import { MissingBooks } from "~/components/staff/insights/missing-books.tsx";
import { periodOf, periods } from "~/.server/insights-period.ts";
import { UnansweredList } from "~/components/staff/insights/unanswered-list.tsx";
import { WeekChart } from "~/components/staff/insights/week-chart.tsx";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { TextbookTabs } from "~/components/staff/textbooks/textbook-tabs.tsx";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const { weeks, ...days } = periodOf(new URL(request.url).searchParams, ctx.clock.nowMs());
  return { insights: await readTextbookInsights(ctx, days), period: weeks, periods };
});

/** Which books pupils ask most, and which questions no book could answer. */
export default function Insights() {
  const { insights, period, periods } = useLoaded<typeof loader>();
  const { weeks, books, gaps, unanswered, minPupils } = insights;
  const t = useWords("admin");
  const submit = useSubmit();
  const isEmpty = weeks.every(({ questions }) => questions === 0) && unanswered.length === 0;
  return (
    <>
      <PageHeading title={t("insightsTitle")}>{t("insightsText")}</PageHeading>
      <TextbookTabs current="insights" />
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <Form onChange={({ currentTarget }) => submit(currentTarget)} className="flex flex-wrap items-end gap-2">
          <SelectField key={period} label={t("period")} name="weeks" defaultValue={period}>
            {periods.map((weeks) => (
              <option key={weeks} value={weeks}>
                {t("lastWeeks", { n: weeks })}
              </option>
            ))}
          </SelectField>
          <noscript>
            <Button type="submit">{t("searchButton")}</Button>
          </noscript>
        </Form>
        {/* A file, not a page: the browser itself must fetch it. */}
        <a href={`/admin/textbooks/insights-csv?weeks=${period}`} download className="button button-quiet">
          {t("download")}
        </a>
      </div>
      {isEmpty ? (
        <EmptyState icon="search" title={t("noInsights")} text={t("noInsightsText")} />
      ) : (
        <div className="grid gap-6">
          <InsightSection title={t("unansweredTitle")} text={t("unansweredText", { n: minPupils })}>
            <UnansweredList questions={unanswered} />
          </InsightSection>
          <InsightSection title={t("mostAsked")} text={t("mostAskedText")}>
            <AskedBooks books={books} />
          </InsightSection>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <InsightSection title={t("byWeek")}>
              <WeekChart weeks={weeks} />
            </InsightSection>
            <InsightSection title={t("gapsTitle")} text={t("gapsText")}>
              <MissingBooks gaps={gaps} />
            </InsightSection>
          </div>
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "admin", "insightsTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
