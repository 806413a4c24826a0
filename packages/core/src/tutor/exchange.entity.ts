import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/** One question with its answer. The keys hold the pupil, so that another pupil's exchange looks missing. */
export const createExchangeEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "exchange", version: "1", service: "tutor" },
      attributes: {
        schoolId: { type: "string", required: true },
        studentId: { type: "string", required: true },
        conversationId: { type: "string", required: true },
        exchangeId: { type: "string", required: true },
        askedAtMs: { type: "number", required: true },
        question: { type: "string", required: true },
        mode: { type: ["answer", "more-detail"] as const, required: true },
        locale: { type: ["mn", "en"] as const, required: true },
        subject: { type: "string" },
        leaseId: { type: "string", required: true },
        leaseUntilMs: { type: "number", required: true },
        /** Packed by `packAnswer`; absent while the answer is being made. */
        answer: { type: "any" },
        stoppedAt: { type: "number" },
        rating: { type: ["up", "down"] as const },
        ratingReason: { type: "string" },
        ratingComment: { type: "string" },
      },
      indexes: {
        byConversation: {
          pk: { field: "pk", composite: ["schoolId", "studentId", "conversationId"] },
          sk: { field: "sk", composite: ["exchangeId"] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
