import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

const classroom = createSchema({
  model: { entity: "classroom", version: "1", service: "school" },
  attributes: {
    schoolId: { type: "string", required: true },
    classroomId: { type: "string", required: true },
    name: { type: "string", required: true },
    // Padded in keys, so that grade 10 comes after grade 9.
    grade: { type: "number", required: true, padding: { length: 2, char: "0" } },
    schoolYear: { type: "number", required: true },
    code: { type: "string", required: true },
    // DynamoDB knows no empty set: absent where nobody was named.
    teacherIds: { type: "set", items: "string" },
    pupilCount: { type: "number", required: true },
    rosterVersion: { type: "number", required: true },
    createdAtMs: { type: "number", required: true },
  },
  indexes: {
    byId: {
      pk: { field: "pk", composite: ["schoolId"], casing: "none" },
      sk: { field: "sk", composite: ["classroomId"], casing: "none" },
    },
    bySchool: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["schoolId"], casing: "none" },
      sk: { field: "gsi1sk", composite: ["grade", "name", "classroomId"], casing: "none" },
    },
  },
});

export function classroomEntity(table: TableHandle) {
  return new Entity(classroom, { client: table.client, table: table.name });
}

/** One record for each code in use: the nation's codes are unique because this key is. No tenant: the code is all a pupil has. */
const classCode = createSchema({
  model: { entity: "class-code", version: "1", service: "school" },
  attributes: {
    code: { type: "string", required: true },
    schoolId: { type: "string", required: true },
    classroomId: { type: "string", required: true },
  },
  indexes: {
    byCode: {
      pk: { field: "pk", composite: ["code"], casing: "none" },
      sk: { field: "sk", composite: [], casing: "none" },
    },
  },
});

export function classCodeEntity(table: TableHandle) {
  return new Entity(classCode, { client: table.client, table: table.name });
}

/** One record for each name in use in a school year: a form sent twice opens one class. */
const className = createSchema({
  model: { entity: "class-name", version: "1", service: "school" },
  attributes: {
    schoolId: { type: "string", required: true },
    schoolYear: { type: "number", required: true },
    nameKey: { type: "string", required: true },
    classroomId: { type: "string", required: true },
  },
  indexes: {
    byName: {
      pk: { field: "pk", composite: ["schoolId"], casing: "none" },
      sk: { field: "sk", composite: ["schoolYear", "nameKey"], casing: "none" },
    },
  },
});

export function classNameEntity(table: TableHandle) {
  return new Entity(className, { client: table.client, table: table.name });
}

/** Wrong class codes and PINs from one origin in one minute. */
const codeMiss = createSchema({
  model: { entity: "code-miss", version: "1", service: "school" },
  attributes: {
    origin: { type: "string", required: true },
    minute: { type: "number", required: true },
    count: { type: "number", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    byMinute: {
      pk: { field: "pk", composite: ["origin"], casing: "none" },
      sk: { field: "sk", composite: ["minute"], casing: "none" },
    },
  },
});

export function codeMissEntity(table: TableHandle) {
  return new Entity(codeMiss, { client: table.client, table: table.name });
}
