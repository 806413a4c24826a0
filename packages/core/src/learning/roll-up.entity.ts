import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

const counters = {
  questions: { type: "number" },
  /** Of them, those asked from 22:00 to 06:00. */
  night: { type: "number" },
  answered: { type: "number" },
  passages: { type: "number" },
  notInBooks: { type: "number" },
  redirected: { type: "number" },
  supported: { type: "number" },
  blocked: { type: "number" },
  failed: { type: "number" },
  inputTokens: { type: "number" },
  outputTokens: { type: "number" },
  costMicroUsd: { type: "number" },
  latencyTotalMs: { type: "number" },
} as const;

/** Sums of one day: `scope` is a school's id, `grade` its class level. */
export const createSchoolRollUpEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "schoolrollup", version: "1", service: "learning" },
      attributes: {
        schoolId: { type: "string", required: true },
        day: { type: "string", required: true },
        grade: { type: "number", required: true, padding: { length: 2, char: "0" } },
        ...counters,
      },
      indexes: {
        byDay: {
          pk: { field: "pk", composite: ["schoolId"] },
          sk: { field: "sk", composite: ["day", "grade"] },
        },
      },
    },
    { client: table.client, table: table.name },
  );

/** Sums of one day for the nation, spread over shards: one item takes about 1,000 writes a second. */
export const createNationRollUpEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "nationrollup", version: "1", service: "learning" },
      attributes: {
        day: { type: "string", required: true },
        shard: { type: "number", required: true },
        ...counters,
      },
      indexes: {
        byDay: {
          pk: { field: "pk", composite: ["day"] },
          sk: { field: "sk", composite: ["shard"] },
        },
      },
    },
    { client: table.client, table: table.name },
  );

/** That a message was counted. Kept longer than a queue keeps messages (14 days at most). */
export const createFoldMarkEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "foldmark", version: "1", service: "learning" },
      attributes: {
        eventId: { type: "string", required: true },
        ttl: { type: "number", required: true },
      },
      indexes: {
        byEvent: {
          pk: { field: "pk", composite: ["eventId"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
