import { useBlocker } from "@remix-run/react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Dialog } from "../../dialog.tsx";

/** Asks before another page of the site takes the place of one that still sends. */
export function LeaveGuard({ active }: { active: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => active && currentLocation.pathname !== nextLocation.pathname,
  );
  const t = useWords("admin");
  const stay = () => blocker.reset?.();
  return (
    <Dialog open={blocker.state === "blocked"} onClose={stay} title={t("leaveTitle")}>
      <div className="grid gap-5 p-4">
        <p>{t("leaveText")}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => blocker.proceed?.()}>{t("leave")}</Button>
          <Button look="main" onClick={stay} data-autofocus>
            {t("stay")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
