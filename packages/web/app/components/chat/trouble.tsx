import type { ShownExchange } from "~/chat/thread.ts";
import { Button } from "~/components/button.tsx";
import { useCountdown } from "~/components/countdown.ts";
import { Notice } from "~/components/notice.tsx";
import { useOnline } from "~/components/use-online.ts";
import { useRefusalWords } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";

/** Refusals that are a rest rather than a mistake: told warmly, and explained above the place to write as well. */
const rests: ReadonlySet<string> = new Set([
  "tutor.ai-off",
  "tutor.no-safeguard",
  "tutor.paused",
  "tutor.locked",
  "tutor.time-full",
  "tutor.day-full",
  "school.access-unknown",
]);

/** Why an answer has not come, and how it will: a lost connection, a limit that counts down, a refusal in words. */
export function Trouble({ exchange, onAgain }: { exchange: ShownExchange; onAgain: () => void }) {
  const t = useWords("chat");
  const explain = useRefusalWords();
  const online = useOnline();
  const leftS = useCountdown(exchange.retryAtMs);

  if (exchange.phase === "lost") {
    return (
      <Notice look="warm">
        <p>{online ? t("lost") : t("offline")}</p>
        {online && <Again label={t("retry")} onAgain={onAgain} />}
      </Notice>
    );
  }
  if (exchange.phase !== "refused" || !exchange.refusal) return null;
  const { refusal } = exchange;
  const limited = exchange.retryAtMs !== undefined;
  return (
    <Notice look={limited || rests.has(refusal.code) ? "warm" : "danger"}>
      <p>
        {limited && leftS === 0
          ? t("limitedOver")
          : explain({ ...refusal, details: { ...refusal.details, ...(limited && { retryAfterS: leftS }) } })}
      </p>
      <Again label={t("retry")} onAgain={onAgain} disabled={leftS > 0} />
    </Notice>
  );
}

function Again({ label, onAgain, disabled = false }: { label: string; onAgain: () => void; disabled?: boolean }) {
  return (
    <Button icon="retry" className="mt-2" disabled={disabled} onClick={onAgain}>
      {label}
    </Button>
  );
}
