export { type Activity, activityOf, protractedUse, type ProtractedReason } from "./activity.ts";
export { addTask } from "./add-task.ts";
export { ask } from "./ask.ts";
export { createBreakerStore } from "./breaker/breaker.store.ts";
export { createBreakerEntity } from "./breaker/breaker.entity.ts";
export { createModelBreaker } from "./breaker/model-breaker.ts";
export { createBudgetNoticeEntity } from "./budget/budget-notice.entity.ts";
export { createBudgetNoticeStore } from "./budget/budget-notice.store.ts";
export { createModelBudget } from "./budget/model-budget.ts";
export { createChatDayStore } from "./chat-day.store.ts";
export { createConversationEntity } from "./conversation.entity.ts";
export { createConversationStore } from "./conversation.store.ts";
export { deleteConversation } from "./delete-conversation.ts";
export { createExchangeEntity } from "./exchange.entity.ts";
export { createExchangeStore } from "./exchange.store.ts";
export { extendDay } from "./extend-day.ts";
export { createTalkReader } from "./flagged-talk.ts";
export { liftPause } from "./lift-pause.ts";
export { closeTask } from "./close-task.ts";
export { createHintPolicyEntity } from "./hint-policy.entity.ts";
export { createHintPolicyStore } from "./hint-policy.store.ts";
export { createLimitEntity } from "./limit.entity.ts";
export { listConversations } from "./list-conversations.ts";
export { listTasks } from "./list-tasks.ts";
export type { ModelPrice } from "./model-chain/model-price.ts";
export {
  type BreakerRecord,
  type BreakerStore,
  type BudgetLevel,
  type BudgetNoticeStore,
  type BudgetPorts,
  type ChatDay,
  type ChatDayStore,
  type ConversationStore,
  type ExchangeStore,
  type LanguageModel,
  type ModelBreaker,
  type ModelBudget,
  type ModelChunk,
  ModelFailure,
  type ModelFailureReason,
  type ModelMessage,
  type ModelRequest,
  type ModelUsage,
  type TutorPorts,
} from "./ports.ts";
export { pausePupil } from "./pause-pupil.ts";
export { noteUse } from "./note-use.ts";
export { rateAnswer } from "./rate-answer.ts";
export { readBudget, type SchoolBudget } from "./read-budget.ts";
export { readChatState } from "./read-chat-state.ts";
export { readClassActivity } from "./read-class-activity.ts";
export { readHintPolicy } from "./read-hint-policy.ts";
export { setHintLevel } from "./set-hint-level.ts";
export { readConversation } from "./read-conversation.ts";
export { renameConversation } from "./rename-conversation.ts";
export { resumeAnswer } from "./resume-answer.ts";
export { defaultTutorSettings, type TutorSettings } from "./settings.ts";
export { createStandingStore } from "./standing.store.ts";
export { stopAnswer } from "./stop-answer.ts";
export {
  AnswerEvent,
  AskInput,
  type ConversationDetail,
  ConversationInput,
  type ConversationView,
  type ExchangeView,
  ListConversationsInput,
  RateAnswerInput,
  RenameConversationInput,
  ResumeInput,
  StopAnswerInput,
} from "./schema.ts";
export { warnBudgets } from "./warn-budgets.ts";
