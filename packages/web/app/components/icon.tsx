import sprite from "~/assets/icons.svg?url";

export type IconName =
  | "menu"
  | "plus"
  | "search"
  | "pencil"
  | "trash"
  | "send"
  | "stop"
  | "copy"
  | "check"
  | "retry"
  | "expand"
  | "thumb-up"
  | "thumb-down"
  | "close"
  | "left"
  | "right"
  | "down"
  | "zoom-in"
  | "zoom-out"
  | "book"
  | "person"
  | "people"
  | "sign-out"
  | "sun"
  | "moon"
  | "screen"
  | "phone"
  | "lock"
  | "clock"
  | "printer"
  | "upload"
  | "alert"
  | "info"
  | "heart"
  | "shield"
  | "school"
  | "key"
  | "dots"
  | "backspace"
  | "globe"
  | "list"
  | "bell"
  | "external";

/** A decorative icon of the sprite; what it means must stand beside it in words (or in the button's label). */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={`shrink-0 ${className}`}>
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
