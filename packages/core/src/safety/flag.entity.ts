import { createSchema, CustomAttributeType, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import { flagKinds, flagSeverities, flagStages, flagStates, type FlagStep } from "./flag-schema.ts";
import type { StoredFlag } from "./flag-ports.ts";

/** Times in keys are of one length, so that they sort. */
const time = { type: "number", required: true, padding: { length: 15, char: "0" } } as const;

const schema = createSchema({
  model: { entity: "flag", version: "1", service: "safety" },
  attributes: {
    schoolId: { type: "string", required: true },
    flagId: { type: "string", required: true },
    kind: { type: flagKinds, required: true },
    severity: { type: flagSeverities, required: true },
    state: { type: flagStates, required: true },
    stage: { type: flagStages, required: true },
    studentId: { type: "string", required: true },
    classroomId: { type: "string", required: true },
    pupilName: { type: "string", required: true },
    grade: { type: "number", required: true },
    excerpt: { type: "string", required: true },
    categories: { type: "list", items: { type: "string" }, required: true },
    conversationId: { type: "string" },
    exchangeId: { type: "string" },
    assignees: { type: CustomAttributeType<StoredFlag["assignees"]>("any"), required: true },
    raisedAtMs: time,
    deadlineMs: { type: "number", required: true },
    dueAtMs: { type: "number", required: true },
    nextStepAtMs: time,
    announced: { type: "boolean", required: true },
    reminders: { type: "number", required: true },
    acknowledgedAtMs: { type: "number" },
    steps: { type: "list", items: { type: CustomAttributeType<FlagStep>("any") }, required: true },
    stepCount: { type: "number", required: true },
    noteCount: { type: "number", required: true },
    /** `waiting` while it may escalate, then the school's id: the sweep reads the first alone. */
    watch: { type: "string", required: true },
  },
  indexes: {
    byId: {
      pk: { field: "pk", composite: ["schoolId"], casing: "none" },
      sk: { field: "sk", composite: ["flagId"], casing: "none" },
    },
    byState: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["schoolId", "state"], casing: "none" },
      sk: { field: "gsi1sk", composite: ["raisedAtMs", "flagId"], casing: "none" },
    },
    byNextStep: {
      index: "gsi2",
      pk: { field: "gsi2pk", composite: ["watch"], casing: "none" },
      sk: { field: "gsi2sk", composite: ["nextStepAtMs", "flagId"], casing: "none" },
    },
    byStage: {
      index: "gsi3",
      pk: { field: "gsi3pk", composite: ["stage", "state"], casing: "none" },
      sk: { field: "gsi3sk", composite: ["raisedAtMs", "flagId"], casing: "none" },
    },
  },
});

export function flagEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
