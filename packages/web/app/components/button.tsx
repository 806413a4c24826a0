import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { Spinner } from "./spinner.tsx";

/** `main`: the one thing to do here · `quiet`: other things · `bare`: in rows and bars · `danger`: what can't be undone. */
export type ButtonLook = "main" | "quiet" | "bare" | "danger";

interface Face {
  look?: ButtonLook;
  icon?: IconName;
  children: ReactNode;
}

type ButtonProps = Face & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button of at least 44 px; `busy` disables it and shows that something is under way. */
export function Button({ look = "quiet", icon, busy = false, children, className = "", ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} disabled={rest.disabled || busy} className={`button button-${look} ${className}`}>
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look = "quiet", icon, children, className = "", ...rest }: Face & LinkProps) {
  return (
    <Link {...rest} className={`button button-${look} ${className}`}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

type IconButtonProps = { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button that shows an icon only; `label` is read aloud and shown as its tooltip. */
export function IconButton({ icon, label, className = "", ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} aria-label={label} {...rest} className={`button-icon ${className}`}>
      <Icon name={icon} />
    </button>
  );
}
