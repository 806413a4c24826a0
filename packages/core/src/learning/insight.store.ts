import { Service } from "electrodb";
import { setTimeout as delay } from "node:timers/promises";
import { dayInUlaanbaatar, DomainError, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { Subject } from "../textbook/schema.ts";
import { pupilsOf } from "./asker-buckets.ts";
import {
  createBookUseEntity,
  createSubjectUseEntity,
  createUnansweredQuestionEntity,
  createUnansweredTallyEntity,
} from "./insight.entity.ts";
import type { InsightStore } from "./ports.ts";
import { questionHash } from "./question-hash.ts";
import { createFoldMarkEntity } from "./roll-up.entity.ts";
import type { UnansweredMessage } from "./schema.ts";
import { weekOf } from "./weeks.ts";

const dayMs = 24 * 3_600_000;
const markMs = 30 * dayMs;
/** How long an unanswered question is remembered after it was asked last. */
const keptMs = 90 * dayMs;
/** A week shows no more: whoever looks for gaps reads the top of the list. */
const shownAWeek = 500;
const attempts = 8;

/** What the books were asked, and what they could not answer, in the single table. */
export function createInsightStore(table: TableHandle): InsightStore {
  const tally = createUnansweredTallyEntity(table);
  const shown = createUnansweredQuestionEntity(table);
  const bookUse = createBookUseEntity(table);
  const subjectUse = createSubjectUseEntity(table);
  const service = new Service({ mark: createFoldMarkEntity(table), tally });

  /** Counts the message; one that was counted before changes nothing. */
  async function count({ eventId, grade, bucket }: UnansweredMessage, hash: string, nowMs: number): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const result = await service.transaction
        .write(({ mark, tally: counted }) => [
          mark.create({ eventId, ttl: ttlSeconds(nowMs + markMs) }).commit(),
          counted
            .upsert({ questionHash: hash })
            .add({ questions: 1, buckets: [bucket], grades: [grade] })
            .set({ ttl: ttlSeconds(nowMs + keptMs) })
            .commit(),
        ])
        .go();
      const reasons: readonly { readonly code: string }[] = result.canceled ? result.data : [];
      if (!result.canceled || reasons[0]?.code === "ConditionalCheckFailed") return;
      // Another batch has the same question in its hands.
      await delay(10 * 2 ** attempt * Math.random());
    }
    throw new DomainError("unavailable", "learning.busy");
  }

  async function foldOne(message: UnansweredMessage, nowMs: number, minPupils: number): Promise<void> {
    const { atMs, grade, subject, question } = message;
    const hash = questionHash(question);
    await count(message, hash, nowMs);
    // Also after a message that was counted before: this may have been cut off then.
    const { data } = await tally.get({ questionHash: hash }).go({ consistent: true });
    const pupils = pupilsOf(data?.buckets?.length ?? 0);
    // Only now are its words kept: enough pupils asked the same for it to be nobody's own.
    if (!data || pupils < minPupils) return;
    await shown
      .put({
        week: weekOf(dayInUlaanbaatar(atMs)),
        questionHash: hash,
        question,
        ...(subject === undefined ? {} : { subject }),
        grades: data.grades ?? [grade],
        questions: data.questions ?? 1,
        pupils,
        ttl: ttlSeconds(nowMs + keptMs),
      })
      .go();
  }

  return {
    async foldUnanswered(messages, { nowMs, minPupils }) {
      for (const message of messages) await foldOne(message, nowMs, minPupils);
    },

    async readBookWeek(week) {
      const { data } = await bookUse.query.byWeek({ week }).go({ pages: "all" });
      return data.map(({ day, textbookId, questions = 0 }) => ({ day, textbookId, questions }));
    },

    async readSubjectWeek(week) {
      const { data } = await subjectUse.query.byWeek({ week }).go({ pages: "all" });
      return data.map(({ day, grade, subject, questions = 0, notInBooks = 0 }) => ({
        day,
        grade,
        ...subjectOf(subject),
        questions,
        notInBooks,
      }));
    },

    async readUnansweredWeek(week) {
      const { data } = await shown.query.byWeek({ week }).go({ pages: "all" });
      return data
        .toSorted((one, other) => other.pupils - one.pupils)
        .slice(0, shownAWeek)
        .map(({ ttl: _ttl, grades, subject, ...rest }) => ({
          ...rest,
          ...subjectOf(subject),
          grades: (grades ?? []).toSorted((one, other) => one - other),
        }));
    },
  };
}

function subjectOf(value: string | undefined): { subject?: Subject } {
  const subject = Subject.safeParse(value);
  return subject.success ? { subject: subject.data } : {};
}
