import type { Locale } from "~/i18n/words.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const yearS = 31_536_000;

function cookie(request: Request, name: string): string | undefined {
  const found = (request.headers.get("cookie") ?? "").split(";").find((pair) => pair.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1);
}

/**
 * Language of the page: the chosen one, else Mongolian. Accept-Language is not consulted: most devices in Mongolia
 * report English or Russian.
 */
export function localeOf(request: Request): Locale {
  return cookie(request, "locale") === "en" ? "en" : "mn";
}

export function themeOf(request: Request): Theme {
  const value = cookie(request, "theme");
  return themes.find((theme) => theme === value) ?? "system";
}

/** `Set-Cookie` value that keeps a choice for a year. */
export function preferenceCookie(name: "locale" | "theme", value: string): string {
  return `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${yearS}`;
}
