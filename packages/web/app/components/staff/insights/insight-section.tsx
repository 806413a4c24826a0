import { type ReactNode, useId } from "react";

/** One part of the figures with its heading and what it tells. */
export function InsightSection(props: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="sheet min-w-0 p-4 sm:p-5">
      <h2 id={id} className="text-xl">
        {props.title}
      </h2>
      {props.text && <p className="mt-1 max-w-prose text-sm text-ink-soft">{props.text}</p>}
      <div className="mt-3">{props.children}</div>
    </section>
  );
}
