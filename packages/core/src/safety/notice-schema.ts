import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import type { NoticeId, SchoolId } from "../kernel/ids.ts";
import { flagSeverities, type FlagSeverity } from "./flag-schema.ts";

/** What staff are told of. Neither a pupil's name nor a word of a chat is in it. */
export const noticeKinds = ["flag-raised", "flag-escalated", "flag-reminder"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A notice on its way to somebody's mail box, as the queue carries it. */
export const MailNotice = z.object({
  kind: z.enum(noticeKinds),
  to: z.object({
    tenant: z.union([idSchema("school"), z.literal("national")]),
    staffId: idSchema("staff"),
  }),
  severity: z.enum(flagSeverities),
  schoolId: idSchema("school"),
  flagId: idSchema("flag"),
  dueAtMs: z.number().int(),
});
export type MailNotice = z.output<typeof MailNotice>;

export const ListNotificationsInput = z.object({ cursor: z.string().max(2_000).optional() });
export type ListNotificationsInput = z.input<typeof ListNotificationsInput>;

export const MarkNotificationsReadInput = z.object({
  /** All unread ones where it is left out. */
  noticeId: idSchema("notice").optional(),
});
export type MarkNotificationsReadInput = z.input<typeof MarkNotificationsReadInput>;

/** One line behind the bell. */
export interface NotificationView {
  readonly noticeId: NoticeId;
  readonly kind: NoticeKind;
  readonly severity: FlagSeverity;
  readonly schoolId: SchoolId;
  readonly flagId: string;
  readonly atMs: number;
  readonly dueAtMs: number;
  readonly read: boolean;
}

/** Unread ones are counted up to here; the bell then says "99+". */
export const maxCountedNotifications = 100;
