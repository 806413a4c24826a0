import { dayInUlaanbaatar } from "../kernel/index.ts";
import type { InteractionMessage, Outcome } from "./schema.ts";

/** Attribute of each outcome in a roll-up. */
export const outcomeCounter = {
  answered: "answered",
  passages: "passages",
  "not-in-books": "notInBooks",
  redirected: "redirected",
  supported: "supported",
  blocked: "blocked",
  failed: "failed",
} as const satisfies Record<Outcome, string>;

export type CounterName =
  | (typeof outcomeCounter)[Outcome]
  | "questions"
  | "inputTokens"
  | "outputTokens"
  | "latencyTotalMs";
export type Counters = Partial<Record<CounterName, number>>;

/** What a batch adds to the counters, one entry a school, day and grade, and one a day for the nation. */
export interface BatchSums {
  readonly schools: readonly {
    readonly schoolId: string;
    readonly day: string;
    readonly grade: number;
    readonly add: Counters;
  }[];
  readonly nation: readonly { readonly day: string; readonly add: Counters }[];
}

export function sumMessages(messages: readonly InteractionMessage[]): BatchSums {
  const schools = new Map<string, BatchSums["schools"][number]>();
  const nation = new Map<string, BatchSums["nation"][number]>();
  for (const message of messages) {
    const { schoolId, grade } = message;
    const day = dayInUlaanbaatar(message.atMs);
    const key = `${schoolId} ${day} ${grade}`;
    const school = schools.get(key) ?? { schoolId, day, grade, add: {} };
    const all = nation.get(day) ?? { day, add: {} };
    for (const { add } of [school, all]) count(add, message);
    schools.set(key, school);
    nation.set(day, all);
  }
  return { schools: [...schools.values()], nation: [...nation.values()] };
}

function count(add: Counters, { outcome, inputTokens, outputTokens, latencyMs }: InteractionMessage): void {
  const plus = (name: CounterName, amount: number) => {
    if (amount > 0) add[name] = (add[name] ?? 0) + amount;
  };
  plus("questions", 1);
  plus(outcomeCounter[outcome], 1);
  plus("inputTokens", inputTokens);
  plus("outputTokens", outputTokens);
  plus("latencyTotalMs", latencyMs);
}
