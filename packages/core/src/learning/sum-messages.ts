import { dayInUlaanbaatar, isNightInUlaanbaatar } from "../kernel/index.ts";
import type { InteractionMessage, Outcome } from "./schema.ts";
import { weekOf } from "./weeks.ts";

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
  | "night"
  | "inputTokens"
  | "outputTokens"
  | "costMicroUsd"
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
  /** One entry a day and textbook that answers cited. */
  readonly books: readonly {
    readonly week: string;
    readonly day: string;
    readonly textbookId: string;
    readonly add: { readonly questions: number };
  }[];
  /** One entry a day, grade and subject. */
  readonly subjects: readonly {
    readonly week: string;
    readonly day: string;
    readonly grade: number;
    readonly subject: string;
    readonly add: { readonly questions: number; readonly notInBooks: number };
  }[];
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
  return {
    schools: [...schools.values()],
    nation: [...nation.values()],
    books: sumBooks(messages),
    subjects: sumSubjects(messages),
  };
}

function sumBooks(messages: readonly InteractionMessage[]): BatchSums["books"] {
  const books = new Map<string, BatchSums["books"][number]>();
  for (const { atMs, textbookIds } of messages) {
    const day = dayInUlaanbaatar(atMs);
    for (const textbookId of countedBooks(textbookIds)) {
      const key = `${day} ${textbookId}`;
      const questions = (books.get(key)?.add.questions ?? 0) + 1;
      books.set(key, { week: weekOf(day), day, textbookId, add: { questions } });
    }
  }
  return [...books.values()];
}

/** An answer cites a few books; more in a message would only fill its transaction. */
export const countedBooks = (textbookIds: readonly string[]): readonly string[] =>
  [...new Set(textbookIds)].slice(0, 6);

function sumSubjects(messages: readonly InteractionMessage[]): BatchSums["subjects"] {
  const subjects = new Map<string, BatchSums["subjects"][number]>();
  for (const { atMs, grade, subject = "none", outcome } of messages) {
    const day = dayInUlaanbaatar(atMs);
    const key = `${day} ${grade} ${subject}`;
    const before = subjects.get(key)?.add ?? { questions: 0, notInBooks: 0 };
    const add = {
      questions: before.questions + 1,
      notInBooks: before.notInBooks + (outcome === "not-in-books" ? 1 : 0),
    };
    subjects.set(key, { week: weekOf(day), day, grade, subject, add });
  }
  return [...subjects.values()];
}

function count(add: Counters, message: InteractionMessage): void {
  const { atMs, outcome, inputTokens, outputTokens, costMicroUsd = 0, latencyMs } = message;
  const plus = (name: CounterName, amount: number) => {
    if (amount > 0) add[name] = (add[name] ?? 0) + amount;
  };
  plus("questions", 1);
  plus("night", isNightInUlaanbaatar(atMs) ? 1 : 0);
  plus(outcomeCounter[outcome], 1);
  plus("inputTokens", inputTokens);
  plus("outputTokens", outputTokens);
  plus("costMicroUsd", costMicroUsd);
  plus("latencyTotalMs", latencyMs);
}
