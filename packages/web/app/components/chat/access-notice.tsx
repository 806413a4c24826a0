import type { ChatState } from "@ukhaan/core/tutor/schema";
import type { ReactNode } from "react";
import type { RestPrompt } from "~/chat/use-rest-prompt.ts";
import { Button, ButtonLink } from "~/components/button.tsx";
import { useCountdown } from "~/components/countdown.ts";
import { Icon, type IconName } from "~/components/icon.tsx";
import { duration } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

interface AccessNoticeProps {
  state: ChatState;
  /** A conversation is on the screen: one line, so that nothing of it is covered. */
  brief: boolean;
}

/** Why nothing is answered now, kindly, and until when. Writing stays possible: a cry for help is always answered. */
export function AccessNotice({ state, brief }: AccessNoticeProps) {
  const t = useWords("access");
  const { standing } = state;
  const rest = { brief };
  if (state.access === "resting") {
    return <Rest {...rest} icon="moon" title={t("restingTitle")} text={t("restingText")} />;
  }
  if (state.access === "not-set-up") {
    return <Rest {...rest} icon="school" title={t("notSetUpTitle")} text={t("notSetUpText")} />;
  }
  if (standing.kind === "locked") {
    return <Rest {...rest} icon="lock" title={t("lockedTitle")} text={t("lockedText")} />;
  }
  if (standing.kind === "paused") return <Paused {...rest} by={standing.by} untilMs={standing.untilMs} />;
  return state.spent ? <Rest {...rest} icon="sun" title={t("spentTitle")} text={t("spentText")} /> : null;
}

function Paused({ by, untilMs, brief }: { by: "ledger" | "teacher"; untilMs: number; brief: boolean }) {
  const t = useWords("access");
  const locale = useLocale();
  const leftS = useCountdown(untilMs);
  return (
    <Rest
      brief={brief}
      icon="clock"
      title={t("pausedTitle")}
      text={t(by === "teacher" ? "pausedByTeacher" : "pausedByLedger")}
    >
      {/* The server's seconds are others than the browser's. */}
      <p className="font-medium tabular-nums" suppressHydrationWarning>
        {leftS > 0 ? t("pausedLeft", { wait: duration(locale, leftS) }) : t("pauseOver")}
      </p>
    </Rest>
  );
}

interface RestProps {
  icon: IconName;
  title: string;
  text: string;
  brief: boolean;
  children?: ReactNode;
}

function Rest({ icon, title, text, brief, children }: RestProps) {
  const t = useWords("access");
  return (
    <section aria-live="polite" className="mb-2 flex gap-3 rounded-lg bg-sun-soft px-4 py-2.5 text-sun-ink">
      <Icon name={icon} className="mt-0.5 size-5" />
      <div className="grid min-w-0 justify-items-start gap-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {!brief && <p>{text}</p>}
        {children}
        {!brief && (
          <>
            <p className="text-sm">{t("stillHelp")}</p>
            <ButtonLink to="/books" look="bare" icon="book" className="-ml-3 px-3 text-sun-ink">
              {t("openBooks")}
            </ButtonLink>
          </>
        )}
      </div>
    </section>
  );
}

/** A word about rest that can be put away; it holds nobody up. */
export function RestNotice({ prompt, onUnderstood }: { prompt: RestPrompt | undefined; onUnderstood: () => void }) {
  const t = useWords("access");
  if (!prompt) return null;
  const late = prompt.kind === "late";
  return (
    <section aria-live="polite" className="mb-2 flex items-center gap-3 rounded-lg bg-lake-soft py-1.5 pr-1.5 pl-4">
      <Icon name={late ? "moon" : "sun"} className="size-5 text-lake" />
      <p className="min-w-0 flex-1 text-sm">
        <b className="font-semibold">{t(late ? "lateTitle" : "breakTitle")}</b>{" "}
        {late ? t("lateText") : t("breakText", { n: prompt.minutes })}
      </p>
      <Button look="bare" className="px-3" onClick={onUnderstood}>
        {t("understood")}
      </Button>
    </section>
  );
}
