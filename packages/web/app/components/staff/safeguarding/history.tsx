import type { FlagStep } from "@ukhaan/core/safety/schema";
import { dateTime } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

/** What happened to a flag, oldest first. */
export function History({ steps }: { steps: readonly FlagStep[] }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  const said = ({ what, by, stage, contact }: FlagStep) =>
    t(`step-${what}`, {
      name: by?.name ?? "",
      stage: stage ? t(`stage-${stage}`) : "",
      ...(contact
        ? { who: t(`who-${contact.who}`), how: t(`how-${contact.how}`), when: dateTime(locale, contact.atMs) }
        : {}),
    });
  return (
    <ol className="grid gap-3 border-l-2 border-line pl-4">
      {steps.map((step, at) => (
        // Steps are only ever added at the end.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at} className="grid gap-0.5">
          <span className="wrap-anywhere">{said(step)}</span>
          {step.text && (
            <span className="rounded-md bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-wrap">{step.text}</span>
          )}
          <span className="text-sm text-ink-soft">{dateTime(locale, step.atMs)}</span>
        </li>
      ))}
    </ol>
  );
}
