import type { Ctx, Staff } from "../kernel/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import { notificationReader } from "./flags/notification-reader.ts";
import { maxCountedNotifications } from "./notice-schema.ts";

/** How many notifications the actor has not read: one query, at most {@link maxCountedNotifications}. */
export async function countNotifications(ctx: Ctx<Staff, Pick<FlagPorts, "notifications">>): Promise<number> {
  return ctx.notifications.countUnread(notificationReader(ctx.actor), maxCountedNotifications);
}
