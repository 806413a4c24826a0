import type { Actor, Anonymous } from "./actor.ts";
import type { Clock } from "./clock.ts";
import type { IdSource } from "./ids.ts";
import type { Log } from "./log.ts";

/**
 * What an operation is given: who asks, time, ids, the log, and only the ports it uses.
 * `Ctx<Student, Pick<TutorPorts, "exchanges" | "models">>`
 */
export type Ctx<Who extends Actor | Anonymous | SystemActor, Ports extends object = object> = {
  readonly actor: Who;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
} & Readonly<Ports>;

/** The product itself: queue workers and schedules, never a request from outside. */
export interface SystemActor {
  readonly role: "system";
}
export const systemActor: SystemActor = { role: "system" };
