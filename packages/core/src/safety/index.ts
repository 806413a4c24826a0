export { holdsMask, maskPersonalData } from "./mask-personal-data.ts";
export type { SafetyClassifier, SafetyPorts } from "./ports.ts";
export { screenAnswer } from "./screen-answer.ts";
export { type PassageInput, type ScreenedPassage, screenPassage } from "./screen-passage.ts";
export { screenQuestion } from "./screen-question.ts";
export { screenThread, type ThreadInput } from "./screen-thread.ts";
export {
  type RedirectCard,
  redirectCards,
  safetyCategories,
  type SafetyCategory,
  type SafetySpan,
  type Severity,
  type Verdict,
} from "./schema.ts";
export {
  addViolation,
  defaultViolationSettings,
  fadedPoints,
  type Ledger,
  violationPoints,
  type ViolationSettings,
  type ViolationStep,
} from "./violation-ledger.ts";
export { acknowledgeFlag } from "./acknowledge-flag.ts";
export { addReviewItem } from "./add-review-item.ts";
export { closeFlag } from "./close-flag.ts";
export { countNotifications } from "./count-notifications.ts";
export { decideReviewItem } from "./decide-review-item.ts";
export { deliverMail } from "./deliver-mail.ts";
export { escalateFlags } from "./escalate-flags.ts";
export { createFlagStore } from "./flag.store.ts";
export {
  type FlagPorts,
  type FlagQueue,
  type FlagSettings,
  type Mail,
  type Mailer,
  MailFailure,
  type MailQueue,
  type MailWriter,
  type ReviewArchive,
  type ReviewItemStore,
  type TalkReader,
} from "./flag-ports.ts";
export { MailNotice } from "./notice-schema.ts";
export { RaiseFlagInput } from "./flag-schema.ts";
export { type Concern, concernOf, concernOfStopped, isEdgeCase } from "./flags/concern-of.ts";
export { defaultFlagSettings } from "./flags/flag-deadline.ts";
export { listFlags } from "./list-flags.ts";
export { listNotifications } from "./list-notifications.ts";
export { listReviewItems } from "./list-review-items.ts";
export { markFalseAlarm } from "./mark-false-alarm.ts";
export { markNotificationsRead } from "./mark-notifications-read.ts";
export { noteOnFlag } from "./note-on-flag.ts";
export { createNotificationStore } from "./notify.store.ts";
export { raiseFlag, type RaiseFlagPorts } from "./raise-flag.ts";
export { readFlag } from "./read-flag.ts";
export { readSafetyReport } from "./read-safety-report.ts";
export { recordContact } from "./record-contact.ts";
export { reportFlag, type ReportFlagPorts } from "./report-flag.ts";
export { createReviewItemStore } from "./review-item.store.ts";
