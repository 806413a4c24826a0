import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/**
 * Whether a pupil may chat, and what stands against them. It stands with the tutor because the claim of a question checks
 * it in its own transaction; the rules of the ledger are safety's.
 */
export const createStandingEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "standing", version: "1", service: "tutor" },
      attributes: {
        schoolId: { type: "string", required: true },
        studentId: { type: "string", required: true },
        points: { type: "number", required: true },
        pointsAtMs: { type: "number", required: true },
        pausedUntilMs: { type: "number" },
        /** Until an adult lifts it. */
        lockedAtMs: { type: "number" },
        by: { type: ["ledger", "teacher"] as const },
        reason: { type: "string" },
        /** Grows with every change: of two at once one begins anew. */
        version: { type: "number", required: true },
      },
      indexes: {
        byPupil: {
          pk: { field: "pk", composite: ["schoolId", "studentId"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
