import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, NavLink, useRevalidator } from "@remix-run/react";
import { listFlags } from "@ukhaan/core/safety";
import { type FlagSeverity, flagSeverities, type FlagState, flagStates } from "@ukhaan/core/safety/schema";
import { readSafeguard } from "@ukhaan/core/school";
import { useEffect } from "react";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { Button } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { SelectField } from "~/components/field.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { FlagRow } from "~/components/staff/safeguarding/flag-row.tsx";
import { Pager } from "~/components/staff/safeguarding/pager.tsx";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  const isNational = ctx.actor.role === "platform-admin";
  if (ctx.actor.role === "teacher") {
    const { you } = await readSafeguard({ ...ctx, actor: ctx.actor });
    // Somebody who was just named comes here to confirm.
    if (you === "to-confirm") throw redirect("/safeguarding/setup");
  }
  const params = new URL(request.url).searchParams;
  const state: FlagState = flagStates.find((one) => one === params.get("state")) ?? "open";
  const severity: FlagSeverity | undefined = flagSeverities.find((one) => one === params.get("severity"));
  const cursor = params.get("after") ?? undefined;
  const page = await listFlags(ctx, { state, severity, cursor });
  return { flags: page.items, next: page.cursor, isFirst: cursor === undefined, state, severity, isNational };
});

const everyMs = 30_000;

/** Flags that wait for a person, the oldest first. */
export default function Flags() {
  const { flags, next, isFirst, state, severity, isNational } = useLoaded<typeof loader>();
  const t = useWords("safeguarding");
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <>
      <PageHeading title={t("flagsTitle")}>{t(isNational ? "flagsTextPlatform" : "flagsText")}</PageHeading>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <StateLinks state={state} severity={severity} />
        <Form method="get" className="flex items-end gap-2">
          <input type="hidden" name="state" value={state} />
          <SelectField label={t("severity")} name="severity" defaultValue={severity ?? ""}>
            <option value="">{t("anySeverity")}</option>
            {flagSeverities.map((one) => (
              <option key={one} value={one}>
                {t(`severity-${one}`)}
              </option>
            ))}
          </SelectField>
          <Button type="submit">{t("show")}</Button>
        </Form>
      </div>
      {flags.length === 0 ? (
        <EmptyState
          icon="shield"
          title={t(state === "open" ? "noOpen" : "noFlags")}
          {...(state === "open" ? { text: t("noOpenText") } : {})}
        />
      ) : (
        <ul className="sheet divide-y divide-line overflow-hidden">
          {flags.map((flag) => (
            <FlagRow key={flag.flagId} flag={flag} isNational={isNational} />
          ))}
        </ul>
      )}
      <Pager next={next} isFirst={isFirst} />
    </>
  );
}

function StateLinks({ state, severity }: { state: FlagState; severity: FlagSeverity | undefined }) {
  const t = useWords("safeguarding");
  const more = severity === undefined ? "" : `&severity=${severity}`;
  return (
    <nav aria-label={t("states")}>
      <ul className="flex flex-wrap gap-1">
        {flagStates.map((one) => (
          <li key={one}>
            <NavLink
              to={`/safeguarding?state=${one}${more}`}
              aria-current={one === state ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-md px-3 ${one === state ? "bg-sunken font-medium" : "text-ink-soft hover:text-ink"}`}
            >
              {t(`state-${one}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "safeguarding", "flagsTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
