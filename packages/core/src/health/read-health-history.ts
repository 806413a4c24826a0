import { type Actor, type Anonymous, type Ctx, dayInUlaanbaatar, type SystemActor } from "../kernel/index.ts";
import type { HealthPorts } from "./ports.ts";
import { type HealthPart, healthParts, historyDays, type PartDay } from "./schema.ts";

/** One part over the last 90 days, the oldest first; a day without a look is `undefined`. */
export interface PartHistory {
  readonly part: HealthPart;
  readonly days: readonly { readonly day: string; readonly upShare: number | undefined }[];
  /** Of all looks; undefined without any. */
  readonly upShare: number | undefined;
}

/** How the parts did on each of the last 90 days in Ulaanbaatar, today included; for everybody. */
export async function readHealthHistory(
  ctx: Ctx<Actor | Anonymous | SystemActor, Pick<HealthPorts, "healthHistory">>,
): Promise<readonly PartHistory[]> {
  const nowMs = ctx.clock.nowMs();
  const days = Array.from({ length: historyDays }, (_, back) => dayBefore(nowMs, historyDays - 1 - back));
  const looks = await ctx.healthHistory.read({ fromDay: days[0] ?? "", toDay: days.at(-1) ?? "" });
  return healthParts.flatMap((part) => {
    const own = looks.filter((look) => look.part === part);
    const byDay = new Map(own.map((look) => [look.day, look]));
    // A part that was never looked at (no model is set up) has no history to show.
    if (own.length === 0) return [];
    return [{ part, days: days.map((day) => ({ day, upShare: shareOf([byDay.get(day)]) })), upShare: shareOf(own) }];
  });
}

const dayBefore = (nowMs: number, days: number): string => dayInUlaanbaatar(nowMs - days * 24 * 3_600_000);

function shareOf(looks: readonly (PartDay | undefined)[]): number | undefined {
  const up = looks.reduce((sum, look) => sum + (look?.up ?? 0), 0);
  const all = looks.reduce((sum, look) => sum + (look?.down ?? 0), up);
  return all === 0 ? undefined : up / all;
}
