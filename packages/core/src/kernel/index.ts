export type { AlarmHook, AlarmName } from "./alarms.ts";
export type {
  Actor,
  Anonymous,
  Grade,
  Ministry,
  PlatformAdmin,
  Role,
  SchoolAdmin,
  Staff,
  Student,
  Teacher,
} from "./actor.ts";
export { requireRole } from "./authorize.ts";
export {
  type Clock,
  dayInUlaanbaatar,
  isNightInUlaanbaatar,
  msUntilTomorrowInUlaanbaatar,
  systemClock,
} from "./clock.ts";
export { type Ctx, type SystemActor, systemActor } from "./context.ts";
export { DomainError, type ErrorDetails, type ErrorKind, httpStatus } from "./errors.ts";
export { happened, isRefusal } from "./happened.ts";
export { idSchema } from "./id-schema.ts";
export {
  type ClassroomId,
  type ConversationId,
  type EventId,
  type ExchangeId,
  type FlagId,
  type Id,
  type IdNoun,
  type IdSource,
  idPrefixes,
  isId,
  type JobId,
  type NoticeId,
  type PassageId,
  type ReviewItemId,
  type SchoolId,
  type SessionId,
  type StaffId,
  type StudentId,
  systemIds,
  type TaskId,
  type TextbookId,
} from "./ids.ts";
export { type Log, type LogFields, silentLog } from "./log.ts";
export type { Page } from "./page.ts";
export { parse } from "./parse.ts";
export { type TableHandle, tableDefinition, ttlSeconds } from "./table.ts";
