export type { EventArchive, InteractionQueue, LearningPorts, RollUpCounts, RollUpStore } from "./ports.ts";
export { type DeliveredInteraction, recordInteractions } from "./record-interactions.ts";
export { createFoldMarkEntity, createNationRollUpEntity, createSchoolRollUpEntity } from "./roll-up.entity.ts";
export { createRollUpStore } from "./roll-up.store.ts";
export { InteractionMessage, Outcome, outcomes } from "./schema.ts";
