import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const looks = {
  info: "bg-lake-soft text-ink",
  good: "bg-good-soft text-good",
  warm: "bg-sun-soft text-sun-ink",
  danger: "bg-danger-soft text-danger",
} as const;

const icons: Record<keyof typeof looks, IconName> = { info: "info", good: "check", warm: "clock", danger: "alert" };

interface NoticeProps {
  look?: keyof typeof looks;
  icon?: IconName;
  /** Read aloud as soon as it appears; for answers to something the person just did. */
  announced?: boolean;
  children: ReactNode;
}

/** A short message in its place on the page. */
export function Notice({ look = "info", icon, announced = false, children }: NoticeProps) {
  return (
    <div role={announced ? "alert" : undefined} className={`flex gap-3 rounded-md px-4 py-3 ${looks[look]}`}>
      <Icon name={icon ?? icons[look]} className="mt-0.5 size-5" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
