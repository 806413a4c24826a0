import { useWords } from "~/i18n/use-words.ts";

interface Props {
  /** 0..1. */
  confidence: number;
  isUnread?: boolean;
  isEmpty?: boolean;
}

/** How far a text can be trusted, in words and colour; below these a look is worth while. */
const doubtful = 0.75;
const fair = 0.9;

export function Trust({ confidence, isUnread = false, isEmpty = false }: Props) {
  const t = useWords("review");
  if (isUnread) return <span className="text-sm font-medium text-danger">{t("unread")}</span>;
  if (isEmpty) return <span className="text-sm text-ink-soft">{t("noText")}</span>;
  const look =
    confidence < doubtful
      ? "bg-danger-soft text-danger"
      : confidence < fair
        ? "bg-sun-soft text-sun-ink"
        : "bg-good-soft text-good";
  return (
    <span className={`justify-self-start rounded-full px-2 py-0.5 text-sm font-medium tabular-nums ${look}`}>
      {t("confidence", { n: Math.round(confidence * 100) })}
    </span>
  );
}
