import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/**
 * How one pupil worked on exercises in one day (in Ulaanbaatar): numbers, never content. Forgotten after a school year's half
 * (`ttl`): a habit of last spring says nothing about today.
 */
export const createExerciseUseEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "exerciseuse", version: "1", service: "learning" },
      attributes: {
        schoolId: { type: "string", required: true },
        classroomId: { type: "string", required: true },
        day: { type: "string", required: true },
        studentId: { type: "string", required: true },
        messages: { type: "number" },
        attempts: { type: "number" },
        offloads: { type: "number" },
        solutions: { type: "number" },
        ttl: { type: "number" },
      },
      indexes: {
        byDay: {
          pk: { field: "pk", composite: ["schoolId", "classroomId"] },
          sk: { field: "sk", composite: ["day", "studentId"] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
