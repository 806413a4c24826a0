import type { LoaderFunctionArgs } from "@remix-run/node";
import { readTextbookInsights } from "@ukhaan/core/learning";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { refusable } from "~/.server/refusable.ts";
import { insightsCsv } from "~/components/staff/insights/insights-csv.ts";
import { periodOf } from "~/.server/insights-period.ts";
import { translator } from "~/i18n/words.ts";

/** The figures of the insights page as a file, in the words of the page's language. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const { fromDay, toDay } = periodOf(new URL(request.url).searchParams, ctx.clock.nowMs());
  const insights = await readTextbookInsights(ctx, { fromDay, toDay });
  const locale = localeOf(request);
  const words = dictionaryFor(locale, "admin", "subjects");
  const csv = insightsCsv(insights, {
    t: translator(locale, words.admin),
    subjects: translator(locale, words.subjects),
  });
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="ukhaan-textbooks-${fromDay}-${toDay}.csv"`,
      "cache-control": "private, no-store",
    },
  });
});
