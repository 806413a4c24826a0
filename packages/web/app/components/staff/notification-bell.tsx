import { Link } from "@remix-run/react";
import { useEffect } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Icon } from "../icon.tsx";
import { useFetched } from "../loaded.ts";

/** How often the count is asked for while somebody looks. */
const everyMs = 60_000;
const unreadAddress = "/safeguarding/unread";

/** The bell of the staff bar: how many notifications wait, and the way to them. */
export function NotificationBell() {
  const t = useWords("common");
  const { data, load } = useFetched<() => Promise<{ unread: number }>>();
  useEffect(() => {
    load(unreadAddress);
    const timer = setInterval(() => {
      if (!document.hidden) load(unreadAddress);
    }, everyMs);
    return () => clearInterval(timer);
  }, [load]);
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? t("notificationsUnread", { n: unread }) : t("notifications");
  return (
    <Link to="/safeguarding/notifications" title={label} aria-label={label} className="button-icon relative">
      <Icon name="bell" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-danger px-1 text-xs font-semibold text-surface tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}
