import type { RateAnswerInput } from "@ukhaan/core/tutor/schema";
import { useState } from "react";
import { resultOf } from "~/chat/in-place.ts";
import { useInPlace } from "~/chat/use-in-place.ts";
import { setRating } from "~/chat/thread-store.ts";
import type { ShownExchange } from "~/chat/thread.ts";
import { IconButton } from "~/components/button.tsx";
import { FailedNotice } from "~/components/failed-notice.tsx";
import { Icon } from "~/components/icon.tsx";
import { useWords } from "~/i18n/use-words.ts";
import type { Block } from "~/markdown/blocks.ts";
import { plainText } from "~/markdown/plain-text.ts";

interface Props {
  conversationId: string;
  exchange: ShownExchange;
  /** The answer as it is drawn. */
  blocks: readonly Block[];
  /** The newest exchange can be asked for more. */
  onMoreDetail?: (() => void) | undefined;
}

/** What can be done with a finished answer: copy it, ask for more, say whether it helped. */
export function AnswerActions({ conversationId, exchange, blocks, onMoreDetail }: Props) {
  const t = useWords("chat");
  const { data, busy, submit } = useInPlace<{ readonly ok: true }>();
  const [sent, setSent] = useState<Record<string, string>>();
  const [asksWhy, setAsksWhy] = useState(false);
  const [thanked, setThanked] = useState(false);
  const { exchangeId, rating } = exchange;

  const rate = (value: "up" | "down", reason?: RateAnswerInput["reason"]) => {
    setRating(conversationId, exchangeId, value);
    setAsksWhy(value === "down" && !reason);
    setThanked(value === "up" || reason !== undefined);
    send({ intent: "rate", conversationId, exchangeId, rating: value, ...(reason && { reason }) });
  };
  const send = (form: Record<string, string>) => {
    setSent(form);
    void submit("/answers", form);
  };
  const saved = data === undefined || resultOf(data) !== undefined;

  return (
    <div className="mt-2">
      <div className="-ml-3 flex flex-wrap items-center">
        <CopyButton blocks={blocks} />
        {onMoreDetail && (
          <button type="button" onClick={onMoreDetail} className="button button-bare gap-1.5 px-3">
            <Icon name="expand" />
            {t("moreDetail")}
          </button>
        )}
        <span className="ml-auto flex">
          <IconButton
            icon="thumb-up"
            label={t("good")}
            aria-pressed={rating === "up"}
            className={rating === "up" ? "text-good" : ""}
            onClick={() => rate("up")}
          />
          <IconButton
            icon="thumb-down"
            label={t("bad")}
            aria-pressed={rating === "down"}
            className={rating === "down" ? "text-danger" : ""}
            onClick={() => rate("down")}
          />
        </span>
      </div>
      {asksWhy && <Reasons onChoose={(reason) => rate("down", reason)} />}
      {!busy && <FailedNotice data={data} {...(sent && { onRetry: () => send(sent) })} />}
      <output className="block text-sm text-ink-soft">{thanked && !busy && saved && t("thanks")}</output>
    </div>
  );
}

function Reasons({ onChoose }: { onChoose: (reason: NonNullable<RateAnswerInput["reason"]>) => void }) {
  const t = useWords("chat");
  const reasons = [
    ["wrong", t("reasonWrong")],
    ["unclear", t("reasonUnclear")],
    ["not-my-question", t("reasonNotMyQuestion")],
    ["too-long", t("reasonTooLong")],
    ["unsafe", t("reasonUnsafe")],
    ["other", t("reasonOther")],
  ] as const;
  return (
    <fieldset className="mt-1 mb-2">
      <legend className="mb-2 text-sm text-ink-soft">{t("whyBad")}</legend>
      <div className="flex flex-wrap gap-2">
        {reasons.map(([reason, label]) => (
          <button key={reason} type="button" className="chip" onClick={() => onChoose(reason)}>
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function CopyButton({ blocks }: { blocks: readonly Block[] }) {
  const t = useWords("chat");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(plainText(blocks));
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      // Not allowed in this browser: the text can still be selected by hand.
    }
  };
  return (
    <button type="button" onClick={copy} title={t("copy")} className="button button-bare gap-1.5 px-3">
      <Icon name={copied ? "check" : "copy"} />
      <span aria-live="polite" className="max-sm:sr-only">
        {copied ? t("copied") : t("copy")}
      </span>
    </button>
  );
}
