import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf, themeOf } from "~/.server/preferences.ts";
import { HelpDocument } from "~/components/help/help-document.tsx";
import styles from "~/styles/app.css?url";

/** Styles come from our own files; there is no script, no form, nothing to load. */
const policy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The help page: the same for everybody, with and without a session, with and without a network. */
export function loader({ request }: LoaderFunctionArgs): Response {
  const own = localeOf(request);
  const locales = own === "mn" ? (["mn", "en"] as const) : (["en", "mn"] as const);
  const languages = locales.map((locale) => ({ locale, words: dictionaryFor(locale, "access").access }));
  const title = `${languages[0]?.words.helpTitle ?? ""} · Ухаан`;
  const page = renderToStaticMarkup(
    <HelpDocument languages={languages} title={title} styles={styles} theme={themeOf(request)} />,
  );
  return new Response(`<!doctype html>${page}`, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      // A new style sheet has a new name: an old page would lead to one that is gone.
      "cache-control": "no-cache",
      vary: "cookie",
    },
  });
}
