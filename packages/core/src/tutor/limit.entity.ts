import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/**
 * What a pupil used of a limit in one day. `minute` stands for one attribute a minute (`m0815`), named when the request
 * is built: see `takeLimit`.
 */
export const createLimitEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "limit", version: "1", service: "tutor" },
      attributes: {
        schoolId: { type: "string", required: true },
        studentId: { type: "string", required: true },
        kind: { type: ["chat"] as const, required: true },
        day: { type: "string", required: true },
        total: { type: "number" },
        minute: { type: "number" },
        /** Steps of five minutes in which something was asked: see `slotOf`. */
        slots: { type: "set", items: "number" },
        /** What an adult allowed for this day instead of the settings' questions and steps. */
        questionLimit: { type: "number" },
        slotLimit: { type: "number" },
        ttl: { type: "number" },
      },
      indexes: {
        byDay: {
          pk: { field: "pk", composite: ["schoolId", "studentId"] },
          sk: { field: "sk", composite: ["kind", "day"] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
