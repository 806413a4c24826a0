import type { InPlace } from "~/chat/in-place.ts";
import { useRefusalWords } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

interface Props {
  /** What the fetcher holds. */
  data: InPlace<object> | undefined;
  /** What did not work; without it, that the server was not reached. */
  text?: string;
  onRetry?: () => void;
}

/** A load or submission that came to nothing, told where it was asked for; nothing when it did not fail. */
export function FailedNotice({ data, text, onRetry }: Props) {
  const t = useWords("common");
  const explain = useRefusalWords();
  if (!data || !("failed" in data || "refusal" in data)) return null;
  return (
    <Notice look="danger" announced>
      <p>{"refusal" in data ? explain(data.refusal) : (text ?? t("notReached"))}</p>
      {onRetry && (
        <Button icon="retry" className="mt-2" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      )}
    </Notice>
  );
}
