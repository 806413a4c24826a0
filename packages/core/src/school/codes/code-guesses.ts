import { type Anonymous, type Ctx, DomainError } from "../../kernel/index.ts";
import type { SchoolPorts } from "../ports.ts";

type GuessCtx = Ctx<Anonymous, Pick<SchoolPorts, "classrooms">>;

const minuteMs = 60_000;
/** A whole school types behind one address: forty children's slips in a minute must never come near it. */
const maxMissesPerMinute = 100;

/** Counts a wrong code or PIN of this origin. Throws `limited` `school.too-many-guesses` from the 101st in a minute on. */
export async function countMiss(ctx: GuessCtx): Promise<void> {
  const { minute, retryAfterS } = window(ctx);
  const counted = await ctx.classrooms.countMiss({ origin: ctx.actor.origin, minute, max: maxMissesPerMinute });
  if (!counted) throw new DomainError("limited", "school.too-many-guesses", { retryAfterS });
}

/**
 * Refuses an origin that has guessed too often in this minute. Asked after a hit too: else a guesser would only have to go on
 * until something opens.
 */
export async function refuseGuessers(ctx: GuessCtx): Promise<void> {
  const { minute, retryAfterS } = window(ctx);
  if ((await ctx.classrooms.misses({ origin: ctx.actor.origin, minute })) >= maxMissesPerMinute) {
    throw new DomainError("limited", "school.too-many-guesses", { retryAfterS });
  }
}

function window(ctx: GuessCtx) {
  const nowMs = ctx.clock.nowMs();
  const minute = Math.floor(nowMs / minuteMs);
  return { minute, retryAfterS: Math.ceil(((minute + 1) * minuteMs - nowMs) / 1000) };
}
