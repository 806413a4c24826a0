import { Entity } from "electrodb";
import type { TableHandle } from "../../kernel/index.ts";

/** What is known of each model of the chain, for all instances; all of them in one partition, so that one query reads them. */
export const createBreakerEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "modelbreaker", version: "1", service: "tutor" },
      attributes: {
        model: { type: "string", required: true },
        state: { type: ["closed", "open", "probing"] as const, required: true },
        failures: { type: "number", required: true },
        lastFailureAtMs: { type: "number", required: true },
        openings: { type: "number", required: true },
        untilMs: { type: "number", required: true },
        changedAtMs: { type: "number", required: true },
        reason: { type: "string" },
        version: { type: "number", required: true },
      },
      indexes: {
        all: {
          pk: { field: "pk", composite: [] },
          sk: { field: "sk", composite: ["model"], casing: "none" },
        },
      },
    },
    { client: table.client, table: table.name },
  );
