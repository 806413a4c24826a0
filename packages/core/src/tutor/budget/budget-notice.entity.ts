import { Entity } from "electrodb";
import type { TableHandle } from "../../kernel/index.ts";

/** That somebody was told of a school's budget on a day, so that they are told once. */
export const createBudgetNoticeEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "budgetnotice", version: "1", service: "tutor" },
      attributes: {
        schoolId: { type: "string", required: true },
        day: { type: "string", required: true },
        step: { type: ["warned", "cheapest", "passages"] as const, required: true },
        ttl: { type: "number", required: true },
      },
      indexes: {
        byDay: {
          pk: { field: "pk", composite: ["schoolId"] },
          sk: { field: "sk", composite: ["day", "step"] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
