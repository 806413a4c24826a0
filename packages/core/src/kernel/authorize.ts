import type { Actor, Anonymous, Role } from "./actor.ts";
import type { SystemActor } from "./context.ts";
import { DomainError } from "./errors.ts";

type Anyone = Actor | Anonymous | SystemActor;

/** Narrows the actor to the roles an operation serves; throws `unauthenticated` or `forbidden`. */
export function requireRole<R extends Role>(actor: Anyone, ...roles: readonly R[]): Extract<Actor, { role: R }> {
  if (actor.role === "anonymous") throw new DomainError("unauthenticated", "account.sign-in-first");
  if (!(roles as readonly string[]).includes(actor.role)) throw new DomainError("forbidden", "account.wrong-role");
  return actor as Extract<Actor, { role: R }>;
}
