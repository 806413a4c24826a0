import { type Ctx, DomainError, type SystemActor } from "../kernel/index.ts";
import { lookTwice } from "./look-at-parts.ts";
import type { HealthPorts } from "./ports.ts";
import type { HealthReport } from "./schema.ts";

/** Looks that wait for the table: half a day at one in five minutes. */
const mostUnsaved = 144;

/**
 * Looks at every part and counts what it saw in the history of the status page. While the table is down the looks wait, so
 * that its outage stands in the history afterwards. A look that comes twice is counted once.
 */
export async function recordHealth(ctx: Ctx<SystemActor, HealthPorts>): Promise<HealthReport> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const report = await lookTwice(ctx, ctx.healthProbes);
  const { unsavedHealth: waiting } = ctx;
  waiting.push(report);
  if (waiting.length > mostUnsaved) waiting.splice(0, waiting.length - mostUnsaved);
  for (let next = waiting[0]; next; next = waiting[0]) {
    try {
      await ctx.healthHistory.add(next);
    } catch (error) {
      ctx.log.error("A look at the parts could not be written yet.", { waiting: waiting.length, error });
      break;
    }
    waiting.shift();
  }
  return report;
}
