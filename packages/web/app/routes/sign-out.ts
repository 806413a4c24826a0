import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "@ukhaan/core/account";
import { anonymousContext } from "~/.server/context.ts";
import { formAction } from "~/.server/refusable.ts";
import { forgottenSessionCookie, readSessionToken } from "~/.server/session-cookie.ts";

/** Ends this browser's session, whoever it belongs to. */
export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await anonymousContext(request);
  const token = readSessionToken(request);
  if (token !== undefined) await signOut(ctx, token);
  return redirect("/", { headers: { "set-cookie": forgottenSessionCookie(request) } });
});

export const loader = () => redirect("/");
