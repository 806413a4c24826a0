import type { ReactNode } from "react";
import { Icon, type IconName } from "../icon.tsx";

/** A page or list with nothing in it yet: says what will stand here, and leads on. */
export function EmptyState(props: { icon: IconName; title: string; text?: string; children?: ReactNode }) {
  return (
    <section className="sheet grid justify-items-center gap-3 px-6 py-10 text-center sm:py-14">
      <span className="grid size-14 place-items-center rounded-full bg-lake-soft text-lake">
        <Icon name={props.icon} className="size-7" />
      </span>
      <h2 className="text-xl">{props.title}</h2>
      {props.text && <p className="max-w-md text-ink-soft">{props.text}</p>}
      {props.children && <div className="mt-2 flex flex-wrap justify-center gap-2">{props.children}</div>}
    </section>
  );
}
