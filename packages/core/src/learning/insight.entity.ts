import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/**
 * Questions that a textbook answered, by day. All by week (its Monday), so that a quarter is 13 queries; spread over shards,
 * because batches that run side by side would refuse each other's transactions.
 */
export const createBookUseEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "bookuse", version: "1", service: "learning" },
      attributes: {
        week: { type: "string", required: true },
        day: { type: "string", required: true },
        textbookId: { type: "string", required: true },
        shard: { type: "number", required: true },
        questions: { type: "number" },
      },
      indexes: {
        byWeek: {
          pk: { field: "pk", composite: ["week"], casing: "none" },
          sk: { field: "sk", composite: ["day", "textbookId", "shard"], casing: "none" },
        },
      },
    },
    { client: table.client, table: table.name },
  );

/** Questions of one grade and subject (`none` where it is not known) on a day, and how many found nothing in the books. */
export const createSubjectUseEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "subjectuse", version: "1", service: "learning" },
      attributes: {
        week: { type: "string", required: true },
        day: { type: "string", required: true },
        grade: { type: "number", required: true, padding: { length: 2, char: "0" } },
        subject: { type: "string", required: true },
        shard: { type: "number", required: true },
        questions: { type: "number" },
        notInBooks: { type: "number" },
      },
      indexes: {
        byWeek: {
          pk: { field: "pk", composite: ["week"], casing: "none" },
          sk: { field: "sk", composite: ["day", "grade", "subject", "shard"], casing: "none" },
        },
      },
    },
    { client: table.client, table: table.name },
  );

/**
 * How often one question, whatever it says, found nothing. It holds no words and no pupil: the key is a hash of the folded
 * question, `buckets` are the numbers (of 1,024) that its askers fell into.
 */
export const createUnansweredTallyEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "unansweredtally", version: "1", service: "learning" },
      attributes: {
        questionHash: { type: "string", required: true },
        questions: { type: "number" },
        buckets: { type: "set", items: "number" },
        grades: { type: "set", items: "number" },
        ttl: { type: "number" },
      },
      indexes: {
        byQuestion: {
          pk: { field: "pk", composite: ["questionHash"], casing: "none" },
          sk: { field: "sk", composite: [], casing: "none" },
        },
      },
    },
    { client: table.client, table: table.name },
  );

/** A question that enough pupils asked for its words to be kept, under the weeks in which it was asked. */
export const createUnansweredQuestionEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "unansweredquestion", version: "1", service: "learning" },
      attributes: {
        week: { type: "string", required: true },
        questionHash: { type: "string", required: true },
        question: { type: "string", required: true },
        subject: { type: "string" },
        grades: { type: "set", items: "number" },
        questions: { type: "number", required: true },
        pupils: { type: "number", required: true },
        ttl: { type: "number", required: true },
      },
      indexes: {
        byWeek: {
          pk: { field: "pk", composite: ["week"], casing: "none" },
          sk: { field: "sk", composite: ["questionHash"], casing: "none" },
        },
      },
    },
    { client: table.client, table: table.name },
  );
