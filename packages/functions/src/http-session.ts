import { type AccountPorts, resolveSession } from "@ukhaan/core/account";
import { type Actor, type Clock, DomainError } from "@ukhaan/core/kernel";
import type { LambdaFunctionURLEvent } from "aws-lambda";
import { cookieValue } from "./function-url-request.ts";

export const sessionCookie = "ukhaan_session";

/** Who asks, by the session cookie: one read. Throws `unauthenticated` (account.sign-in-first). */
export async function requireActor(
  ctx: { readonly clock: Clock } & Pick<AccountPorts, "sessions">,
  event: LambdaFunctionURLEvent,
): Promise<Actor> {
  const token = cookieValue(event, sessionCookie);
  const actor = token === undefined ? undefined : await resolveSession(ctx, token);
  if (!actor) throw new DomainError("unauthenticated", "account.sign-in-first");
  return actor;
}
