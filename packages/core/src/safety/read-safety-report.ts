import { type Ctx, DomainError, parse, type SchoolId } from "../kernel/index.ts";
import type { StoredFlag } from "./flag-ports.ts";
import { flagStates } from "./flag-schema.ts";
import { type FlagActionPorts, flagReader, type FlagStaff } from "./flags/flag-reader.ts";
import { mondayOf, sumFlags } from "./flags/sum-flags.ts";
import { ReadSafetyReportInput, type SafetyReport } from "./safety-report-schema.ts";

const weekMs = 7 * 24 * 3_600_000;
/** Pages of one state; a school with more flags than these hold needs more than a report. */
const mostPages = 40;

/**
 * How a school fares with its flags: how many of which kind each week, and how soon people looked. Counts only, for the
 * school's safeguarding people and administrators, and for the platform's. Throws `forbidden` `safety.not-safeguard`,
 * `not-found` `school.no-such-school`.
 */
export async function readSafetyReport(
  ctx: Ctx<FlagStaff, FlagActionPorts>,
  input: ReadSafetyReportInput = {},
): Promise<SafetyReport> {
  const { schoolId: asked, weeks } = parse(ReadSafetyReportInput, input);
  const { schoolId: own } = await flagReader(ctx);
  const schoolId = own ?? asked;
  if (schoolId === undefined || (own !== undefined && asked !== undefined && own !== asked)) {
    throw new DomainError("not-found", "school.no-such-school");
  }
  const nowMs = ctx.clock.nowMs();
  const sinceMs = mondayOf(nowMs) - (weeks - 1) * weekMs;
  return sumFlags(await flagsSince(ctx, schoolId, sinceMs), weeks, nowMs);
}

async function flagsSince(
  ctx: Ctx<FlagStaff, FlagActionPorts>,
  schoolId: SchoolId,
  sinceMs: number,
): Promise<readonly StoredFlag[]> {
  const perState = await Promise.all(
    flagStates.map(async (state) => {
      const found: StoredFlag[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const next = await ctx.flags.listOf({ schoolId, state, sinceMs, cursor });
        found.push(...next.items);
        cursor = next.cursor;
        if (cursor === undefined) break;
      }
      return found;
    }),
  );
  return perState.flat();
}
