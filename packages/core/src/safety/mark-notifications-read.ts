import { type Ctx, parse, type Staff } from "../kernel/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import { notificationReader } from "./flags/notification-reader.ts";
import { MarkNotificationsReadInput } from "./notice-schema.ts";

/** The actor has read one notification, or all. Somebody else's, or one that is gone, changes nothing. */
export async function markNotificationsRead(
  ctx: Ctx<Staff, Pick<FlagPorts, "notifications">>,
  input: MarkNotificationsReadInput = {},
): Promise<void> {
  const { noticeId } = parse(MarkNotificationsReadInput, input);
  const reader = notificationReader(ctx.actor);
  const read = noticeId === undefined ? await ctx.notifications.unread(reader) : [noticeId];
  await Promise.all(read.map((id) => ctx.notifications.markRead(reader, id)));
}
