import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

const schema = createSchema({
  model: { entity: "pupil", version: "1", service: "school" },
  attributes: {
    schoolId: { type: "string", required: true },
    classroomId: { type: "string", required: true },
    studentId: { type: "string", required: true },
    givenName: { type: "string", required: true },
    familyName: { type: "string", required: true },
    pinHash: { type: "string", required: true },
    pinVersion: { type: "number", required: true },
    tries: { type: "number", required: true },
    lastTryAtMs: { type: "number", required: true },
    locks: { type: "number", required: true },
    /** Absent in records of before it was counted. */
    misses: { type: "number" },
    createdAtMs: { type: "number", required: true },
    /** Set when the pupil left the class; the record stays, for what refers to it. */
    withdrawnAtMs: { type: "number" },
  },
  indexes: {
    byClassroom: {
      pk: { field: "pk", composite: ["schoolId", "classroomId"], casing: "none" },
      sk: { field: "sk", composite: ["studentId"], casing: "none" },
    },
  },
});

export function pupilEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
