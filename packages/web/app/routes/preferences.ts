import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { preferenceCookie, themes } from "~/.server/preferences.ts";
import { safePath } from "~/.server/safe-path.ts";
import { refuseCrossSite } from "~/.server/same-site.ts";
import { formAction } from "~/.server/refusable.ts";
import { locales } from "~/i18n/words.ts";

/** Keeps the chosen language or theme in a cookie and goes back to the page. */
export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  refuseCrossSite(request);
  const form = await request.formData();
  const locale = locales.find((known) => known === form.get("locale"));
  const theme = themes.find((known) => known === form.get("theme"));
  const headers = new Headers();
  if (locale) headers.append("set-cookie", preferenceCookie("locale", locale));
  if (theme) headers.append("set-cookie", preferenceCookie("theme", theme));
  return redirect(safePath(form.get("to"), "/"), { headers });
});

export const loader = () => redirect("/");
