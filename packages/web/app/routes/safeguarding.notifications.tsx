import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link } from "@remix-run/react";
import { listNotifications, markNotificationsRead } from "@ukhaan/core/safety";
import type { NotificationView } from "@ukhaan/core/safety/schema";
import { actorContext } from "~/.server/context.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { Button } from "~/components/button.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { EmptyState } from "~/components/staff/empty-state.tsx";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { pageTitle } from "~/components/staff/page-title.ts";
import { SeverityBadge } from "~/components/staff/safeguarding/badges.tsx";
import { Pager } from "~/components/staff/safeguarding/pager.tsx";
import { dateTime } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  const cursor = new URL(request.url).searchParams.get("after") ?? undefined;
  const page = await listNotifications(ctx, { cursor });
  const isNational = ctx.actor.role === "platform-admin";
  return { items: page.items, next: page.cursor, isFirst: cursor === undefined, isNational };
});

export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "teacher", "school-admin", "platform-admin");
  readIntent(await readForm(request), "read-all");
  await markNotificationsRead(ctx);
  return { done: true };
});

/** What this person was told, newest first. */
export default function Notifications() {
  const { items, next, isFirst, isNational } = useLoaded<typeof loader>();
  const t = useWords("safeguarding");
  const readAll = items.some(({ read }) => !read) && (
    <Form method="post">
      <Button type="submit" name="intent" value="read-all" icon="check">
        {t("readAll")}
      </Button>
    </Form>
  );
  return (
    <>
      <PageHeading title={t("notificationsTitle")} actions={readAll} />
      {items.length === 0 ? (
        <EmptyState icon="bell" title={t("noNotifications")} text={t("noOpenText")} />
      ) : (
        <ul className="sheet divide-y divide-line overflow-hidden">
          {items.map((item) => (
            <Item key={item.noticeId} item={item} isNational={isNational} />
          ))}
        </ul>
      )}
      <Pager next={next} isFirst={isFirst} />
    </>
  );
}

function Item({ item, isNational }: { item: NotificationView; isNational: boolean }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  const { kind, severity, schoolId, flagId, atMs, dueAtMs, read } = item;
  return (
    <li>
      <Link
        to={`/safeguarding/flags/${flagId}${isNational ? `?school=${schoolId}` : ""}`}
        className="grid gap-1.5 px-4 py-3.5 hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <SeverityBadge severity={severity} />
          <span className={read ? "" : "font-semibold"}>{t(`notice-${kind}`)}</span>
          {!read && <span className="rounded-full bg-lake-soft px-2 text-sm text-lake-deep">{t("unread")}</span>}
        </span>
        <span className="text-sm text-ink-soft">
          {dateTime(locale, atMs)} · {t("dueBy", { when: dateTime(locale, dueAtMs) })}
        </span>
      </Link>
    </li>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "safeguarding", "notificationsTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/teach" />;
}
