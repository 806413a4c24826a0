import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import { hintLevels } from "./hints/hint-level.ts";

/** How far a class is helped with exercises, with the tasks that are open: one item, read with every question. */
export const createHintPolicyEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "hintpolicy", version: "1", service: "tutor" },
      attributes: {
        schoolId: { type: "string", required: true },
        classroomId: { type: "string", required: true },
        level: { type: hintLevels, required: true },
        tasks: {
          type: "list",
          required: true,
          items: {
            type: "map",
            properties: {
              taskId: { type: "string", required: true },
              title: { type: "string", required: true },
              text: { type: "string", required: true },
              level: { type: hintLevels, required: true },
              dueAtMs: { type: "number" },
              addedAtMs: { type: "number", required: true },
            },
          },
        },
        version: { type: "number", required: true },
        updatedAtMs: { type: "number", required: true },
      },
      indexes: {
        byClassroom: {
          pk: { field: "pk", composite: ["schoolId", "classroomId"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
