import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf, themeOf } from "~/.server/preferences.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { NavigationProgress } from "~/components/navigation-progress.tsx";
import { NonceContext } from "~/components/nonce.ts";
import cyrillic from "~/assets/fonts/golos-text-cyrillic.woff2?url";
import styles from "~/styles/app.css?url";

export function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  return { locale, theme: themeOf(request), words: dictionaryFor(locale, "common", "errors") };
}

/** Language and theme change only by their own form; nothing else makes the root load again. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs): boolean {
  return formAction === "/preferences";
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const data = useRouteLoaderData<typeof loader>("root");
  const theme = data?.theme ?? "system";
  return (
    <html lang={data?.locale ?? "mn"} className={theme === "system" ? undefined : `theme-${theme}`}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#f4f4ef" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1a1e" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <>
      <NavigationProgress />
      <Outlet />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.words.common.siteTitle ?? "Ухаан" },
  { name: "description", content: data?.words.common.siteDescription ?? "" },
];

export const links: LinksFunction = () => [
  { rel: "preload", href: cyrillic, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export function ErrorBoundary() {
  return <ErrorPage />;
}
