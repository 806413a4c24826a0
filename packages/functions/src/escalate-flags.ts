import { systemActor } from "@ukhaan/core/kernel";
import { escalateFlags } from "@ukhaan/core/safety";
import { flagDeps } from "./deps.ts";

/** Every minute: flags that nobody has acknowledged in time go to the next people. */
export async function handler(): Promise<void> {
  const ctx = { ...flagDeps(), actor: systemActor };
  const counts = await escalateFlags(ctx);
  if (counts.escalated + counts.announced + counts.failed > 0) ctx.log.info("Flags were handed on.", counts);
}
