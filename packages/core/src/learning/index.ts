export { bucketOf } from "./asker-buckets.ts";
export { createExerciseUseEntity } from "./exercise-use.entity.ts";
export { createInsightStore } from "./insight.store.ts";
export { defaultInsightSettings, type InsightSettings } from "./insight-settings.ts";
export type {
  EventArchive,
  ExerciseCounts,
  InsightStore,
  InteractionQueue,
  LearningPorts,
  RollUpCounts,
  RollUpStore,
  UnansweredQuestion,
} from "./ports.ts";
export { questionHash } from "./question-hash.ts";
export { readExerciseUse } from "./read-exercise-use.ts";
export { readTextbookInsights, type TextbookInsights } from "./read-textbook-insights.ts";
export { type DeliveredInteraction, recordInteractions } from "./record-interactions.ts";
export { createFoldMarkEntity, createNationRollUpEntity, createSchoolRollUpEntity } from "./roll-up.entity.ts";
export { createRollUpStore } from "./roll-up.store.ts";
export {
  InsightsInput,
  InteractionMessage,
  maxUnansweredChars,
  Outcome,
  outcomes,
  UnansweredMessage,
} from "./schema.ts";
