import { monotonicFactory } from "ulidx";

/** Prefix of each noun's ids; an id reads `stu_01J…` (prefix + ULID), so that two ids can't be swapped. */
export const idPrefixes = {
  school: "sch",
  classroom: "cls",
  student: "stu",
  staff: "stf",
  session: "ses",
  textbook: "tbk",
  job: "job",
  passage: "psg",
  conversation: "cnv",
  exchange: "exc",
  event: "evt",
  task: "tsk",
  flag: "flg",
  notice: "ntc",
  review: "rvw",
} as const;

export type IdNoun = keyof typeof idPrefixes;

declare const brand: unique symbol;
/** Id of one noun, branded at compile time. */
export type Id<Noun extends IdNoun> = string & { readonly [brand]: Noun };

export type SchoolId = Id<"school">;
export type ClassroomId = Id<"classroom">;
export type StudentId = Id<"student">;
export type StaffId = Id<"staff">;
export type SessionId = Id<"session">;
export type TextbookId = Id<"textbook">;
export type JobId = Id<"job">;
export type PassageId = Id<"passage">;
export type ConversationId = Id<"conversation">;
export type ExchangeId = Id<"exchange">;
export type EventId = Id<"event">;
export type TaskId = Id<"task">;
export type FlagId = Id<"flag">;
export type NoticeId = Id<"notice">;
export type ReviewItemId = Id<"review">;

/** Makes new ids; a port, so that tests can freeze them. */
export interface IdSource {
  next<Noun extends IdNoun>(noun: Noun): Id<Noun>;
}

const ulid = monotonicFactory();

/** Ids from the system's clock and randomness, increasing within one process. */
export const systemIds: IdSource = {
  next: (noun) => `${idPrefixes[noun]}_${ulid()}` as never,
};

/** Crockford base 32, 26 characters: the ULID alphabet. */
export const ulidPattern = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

/** Whether a string from outside has the shape of an id of this noun. */
export function isId<Noun extends IdNoun>(noun: Noun, value: string): value is Id<Noun> {
  return new RegExp(`^${idPrefixes[noun]}_${ulidPattern}$`).test(value);
}
