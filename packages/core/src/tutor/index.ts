export { ask } from "./ask.ts";
export { createConversationEntity } from "./conversation.entity.ts";
export { createConversationStore } from "./conversation.store.ts";
export { deleteConversation } from "./delete-conversation.ts";
export { createExchangeEntity } from "./exchange.entity.ts";
export { createExchangeStore } from "./exchange.store.ts";
export { createLimitEntity } from "./limit.entity.ts";
export { listConversations } from "./list-conversations.ts";
export {
  type ConversationStore,
  type ExchangeStore,
  type LanguageModel,
  type ModelChunk,
  ModelFailure,
  type ModelFailureReason,
  type ModelMessage,
  type ModelRequest,
  type TutorPorts,
} from "./ports.ts";
export { rateAnswer } from "./rate-answer.ts";
export { readConversation } from "./read-conversation.ts";
export { renameConversation } from "./rename-conversation.ts";
export { resumeAnswer } from "./resume-answer.ts";
export { defaultTutorSettings, type TutorSettings } from "./settings.ts";
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
