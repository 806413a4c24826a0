import { useId } from "react";

interface MeterProps {
  label: string;
  value: number;
  max: number;
  /** The same in words: «12 / 34 хуудас». */
  text: string;
}

/** How much of a known amount is done. */
export function Meter({ label, value, max, text }: MeterProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-3 text-sm text-ink-soft">
        <label htmlFor={id}>{label}</label>
        <span className="tabular-nums">{text}</span>
      </div>
      <progress
        id={id}
        value={value}
        max={max}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-lake [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-lake [&::-webkit-progress-value]:transition-all"
      >
        {text}
      </progress>
    </div>
  );
}
