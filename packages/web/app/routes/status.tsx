import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { checkHealth } from "@ukhaan/core/health";
import { anonymousContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { statusHistory } from "~/.server/status-history.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { PageShell } from "~/components/page-shell.tsx";
import { LanguageSwitch } from "~/components/preference-controls.tsx";
import { StatusPage } from "~/components/status/status-page.tsx";

/** How the product does: the same for everybody, signed in or not, with and without script. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await anonymousContext(request);
  const [report, history] = await Promise.all([checkHealth(ctx), statusHistory(ctx)]);
  return { report, history, words: dictionaryFor(localeOf(request), "status") };
}

export default function Status() {
  const { report, history } = useLoaded<typeof loader>();
  return (
    <PageShell home="/" tools={<LanguageSwitch />}>
      <StatusPage report={report} history={history} />
    </PageShell>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.words.status.title ?? ""} · Ухаан` }];

export function ErrorBoundary() {
  return <ErrorPage />;
}
