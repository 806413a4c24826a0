import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "@ukhaan/core/account";
import { anonymousContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { forgottenSessionCookie, readSessionToken } from "~/.server/session-cookie.ts";

/** Ends this browser's session, whoever it belongs to. */
export const action = refusable(async ({ request }: ActionFunctionArgs) => {
  const ctx = await anonymousContext(request);
  const token = readSessionToken(request);
  if (token !== undefined) await signOut(ctx, token);
  return redirect("/", { headers: { "set-cookie": forgottenSessionCookie(request) } });
});

export const loader = () => redirect("/");

/** Never shown; a route with a page, so that a sign-out that failed is told in words. */
export default function SignOut() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
