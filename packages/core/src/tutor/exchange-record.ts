import type { EntityItem } from "electrodb";
import type { ConversationId, ExchangeId, SchoolId, StudentId } from "../kernel/index.ts";
import type { Subject } from "../textbook/schema.ts";
import type { createExchangeEntity } from "./exchange.entity.ts";
import { unpackAnswer } from "./pack-answer.ts";
import type { SavedExchange } from "./ports.ts";

type ExchangeRecord = EntityItem<ReturnType<typeof createExchangeEntity>>;

export function toSavedExchange(record: ExchangeRecord): SavedExchange {
  const { answer, stoppedAt, rating, subject } = record;
  return {
    schoolId: record.schoolId as SchoolId,
    studentId: record.studentId as StudentId,
    conversationId: record.conversationId as ConversationId,
    exchangeId: record.exchangeId as ExchangeId,
    askedAtMs: record.askedAtMs,
    question: record.question,
    mode: record.mode,
    locale: record.locale,
    leaseId: record.leaseId,
    leaseUntilMs: record.leaseUntilMs,
    ...(subject === undefined ? {} : { subject: subject as Subject }),
    ...(answer === undefined ? {} : { answer: unpackAnswer(answer as Uint8Array) }),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(rating === undefined ? {} : { rating }),
  };
}
